using System.Collections.Immutable;
using System.CommandLine;
using ReplayKit.Recorder.Merging;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Cli;

/// <summary><c>replaykit merge</c>: joins the parts of a search that ran on several machines.</summary>
internal sealed class MergeCommand
{
    private readonly Argument<string[]> _paths = new("PART")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Parts (certificate.1-of-8.json …), or folders that hold them, at any depth.",
    };

    private readonly Option<string?> _output = new("-o", "--output") { HelpName = "FILE", Description = "Where to write the whole, such as traces/NAME/certificate.json. What is there is replaced." };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document." };
    private readonly Terminal _terminal;

    private MergeCommand(Terminal terminal)
    {
        _terminal = terminal;
        _paths.Validators.Add(static result =>
        {
            if (result.Tokens.FirstOrDefault(static token => OptionParsers.IsOptionLike(token.Value)) is { } option) result.AddError(OptionParsers.NoSuchOption(option.Value));
        });
    }

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it writes.</param>
    internal static Command Create(Terminal terminal)
    {
        var merge = new MergeCommand(terminal);
        var command = new Command("merge", "Joins the parts of a search or a certificate, and refuses parts that do not belong together or leave a gap.")
        {
            merge._paths, merge._output, merge._json,
        };
        command.SetAction(parsed => (int)merge.Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        var parts = parsed.GetRequiredValue(_paths).SelectMany(Find).Distinct(StringComparer.Ordinal).Select(static path => new NamedPart(path, CertificateFile.Read(path))).ToList();
        var merged = CertificateMerger.Merge(parts);
        if (merged.Whole is not { } whole) throw Refused(merged.Problems);
        var output = parsed.GetValue(_output);
        // A certificate of what fails is none.
        if (output is not null && (whole.Failure is null || whole.Kind == CertificateKind.Search)) CertificateFile.Write(output, whole);
        var report = new MergeReport(whole, parts.Count, whole.Failure is null || whole.Kind == CertificateKind.Search ? output : null);
        if (parsed.GetValue(_json)) JsonOutput.Write(_terminal.Out, document => report.WriteJson(document.Json));
        else report.WriteText(_terminal);
        return whole.Failure is null ? ExitCode.Done : ExitCode.ConditionNotMet;
    }

    private static IEnumerable<string> Find(string path)
    {
        if (!Directory.Exists(path)) return [path];
        var parts = Directory.EnumerateFiles(path, "*-of-*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        return parts.Count > 0 ? parts : throw new CommandException(
            ExitCode.Usage, $"{path} holds no part of a certificate or a search.", "Make parts with REPLAYKIT_MODE=certify and REPLAYKIT_SHARD=1/8, 2/8 and so on.");
    }

    private static CommandException Refused(ImmutableArray<string> problems)
    {
        var more = problems.Length > 1 ? $" There {(problems.Length == 2 ? "is 1 more problem" : $"are {problems.Length - 1} more problems")}." : "";
        return new CommandException(ExitCode.ConditionNotMet, problems[0] + more, "Join the parts of one search alone, and all of them: one build, one test, one number of parts.");
    }
}
