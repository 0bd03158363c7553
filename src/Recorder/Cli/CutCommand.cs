using System.CommandLine;
using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary><c>replaykit cut</c>: keeps the part of a recording that matters as an incident.</summary>
internal sealed class CutCommand
{
    private readonly Argument<string> _path = OptionParsers.Path("FILE");
    private readonly Option<string> _output = new("--output", "-o")
    {
        HelpName = "traces/NAME", Required = true, Description = "The incident's folder; created with its parents.",
    };

    private readonly Option<string?> _around = new("--around")
    {
        HelpName = "PART",
        Description = $"Which part: {AroundText.Syntax}. Default: exception if a request failed, else everything.",
    };

    private readonly Option<string?> _only = new("--only")
    {
        HelpName = "GLOB", Description = "Keep only requests whose path fits, such as '/price/**'.",
    };

    private readonly Option<string?> _title = new("--title")
    {
        HelpName = "TEXT", Description = "One line that names the incident. Default: made from its requests.",
    };

    private readonly Option<string?> _symptom = new("--symptom")
    {
        HelpName = "SYMPTOM", Description = $"What the incident reproduces: {SymptomText.Syntax}. Default: what the recording shows.",
    };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replace an incident that is already there, its pinned schedule included.",
    };

    private readonly Terminal _terminal;

    private CutCommand(Terminal terminal)
    {
        _terminal = terminal;
        _path.Description = "The recording (.rktrace) to cut from; an incident's folder is taken as well.";
    }

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it writes.</param>
    internal static Command Create(Terminal terminal)
    {
        var cut = new CutCommand(terminal);
        var command = new Command("cut", "Cuts the part of a recording that matters and keeps it as an incident, for a test.")
        {
            cut._path, cut._output, cut._around, cut._only, cut._title, cut._symptom, cut._force,
        };
        command.SetAction(parsed => (int)cut.Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        var around = Around(parsed.GetValue(_around));
        var symptom = SymptomOf(parsed.GetValue(_symptom));
        var only = parsed.GetValue(_only) is { } glob ? new Glob(glob) : null;
        var folder = parsed.GetRequiredValue(_output);
        IncidentWriter.RequireWritable(folder, parsed.GetValue(_force));
        var source = RecordingLoader.Load(parsed.GetRequiredValue(_path));
        try
        {
            var cut = IncidentCutter.Cut(WithSourceCompleteness(source), source.Graph, new CutRequest(around, only, parsed.GetValue(_title)) { Symptom = symptom });
            IncidentWriter.Write(folder, cut);
            WarnOfDifferences(cut);
            new CutText(folder, cut, _terminal).Write();
            return ExitCode.Done;
        }
        catch (CannotCutException failure)
        {
            throw new CommandException(ExitCode.ConditionNotMet, failure.Message, failure.Remedy, failure);
        }
    }

    // An incident that is cut again says what the first recording lacked, not what the slice before holds.
    private static Recording WithSourceCompleteness(RecordingView source) =>
        source.Recording with { Footer = source.Recording.Footer with { Completeness = source.Completeness } };

    // Never silent, never a reason to keep the incident from the user: the parts that agree can be replayed.
    private void WarnOfDifferences(CutResult cut)
    {
        if (cut.Differences.IsEmpty) return;
        _terminal.Error.WriteLine(
            $"replaykit: The slice differs from the recording in {CompletenessText.Count(cut.Differences.Length, "statement")} about these requests.");
        _terminal.Error.WriteLine(
            "  Lost events are the usual cause: cut from a complete recording if you can. "
            + $"The first difference is {SafeText.Clean(cut.Differences[0])}.");
    }

    private static Symptom? SymptomOf(string? text)
    {
        if (text is null) return null;
        if (SymptomText.TryParse(text, out var symptom)) return symptom;
        throw new CommandException(ExitCode.Usage, $"--symptom does not understand '{text}'.", $"Write --symptom as {SymptomText.Syntax}.");
    }

    private static Around? Around(string? text)
    {
        if (text is null) return null;
        if (AroundText.TryParse(text, out var around)) return around;
        throw new CommandException(ExitCode.Usage, $"--around does not understand '{text}'.", $"Write --around as {AroundText.Syntax}.");
    }
}
