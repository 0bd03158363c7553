using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using ReplayKit.Recorder.Checking;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Cli;

/// <summary><c>replaykit check</c>: whether a recording is whole and complete, and what secrets are left in it.</summary>
internal sealed class CheckCommand
{
    private readonly Argument<string> _path = OptionParsers.Path("FILE_OR_INCIDENT");
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document." };
    private readonly Option<ImmutableArray<FindingKind>> _allow = new("--allow")
    {
        HelpName = "KIND,…",
        Arity = ArgumentArity.OneOrMore,
        Description = $"Tell findings of these kinds without failing: {string.Join(", ", FindingKinds.Names)}.",
        CustomParser = ParseKinds,
    };

    private readonly Terminal _terminal;

    private CheckCommand(Terminal terminal)
    {
        _terminal = terminal;
        _path.Description = "A recording (.rktrace) or an incident's folder.";
    }

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it writes.</param>
    internal static Command Create(Terminal terminal)
    {
        var check = new CheckCommand(terminal);
        var command = new Command("check", "Checks whether a recording is whole and complete, and whether secrets are left in it.") { check._path, check._allow, check._json };
        command.SetAction(parsed => (int)check.Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_path);
        var allowed = parsed.GetValue(_allow);
        var report = new CheckReport(path, Check(path), allowed.IsDefault ? [] : allowed);
        if (parsed.GetValue(_json)) JsonOutput.Write(_terminal.Out, output => report.WriteJson(output.Json));
        else report.WriteText(_terminal);
        return report.IsClean ? ExitCode.Done : ExitCode.ConditionNotMet;
    }

    // Event by event: a recording of hours is checked in the memory of one of seconds.
    private static CheckResult Check(string path)
    {
        Incident? incident = Directory.Exists(path) ? IncidentFolder.LoadIncident(path) : null;
        using var reader = RecordingReader.Open(incident is null ? path : Path.Combine(path, IncidentFolder.RecordingFileName));
        var checker = new RecordingChecker();
        foreach (var recorded in reader.Events()) checker.Take(recorded);
        return checker.Complete(reader.ReadFooter(), incident);
    }

    private static ImmutableArray<FindingKind> ParseKinds(ArgumentResult result)
    {
        var kinds = ImmutableArray.CreateBuilder<FindingKind>();
        foreach (var name in result.Tokens.SelectMany(static token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (FindingKinds.Find(name) is { } kind) kinds.Add(kind);
            else result.AddError($"--allow does not know '{name}': the kinds are {string.Join(", ", FindingKinds.Names)}.");
        }

        return kinds.ToImmutable();
    }
}
