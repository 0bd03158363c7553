using System.CommandLine;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Cli;

/// <summary><c>replaykit show</c>: what a recording or an incident holds.</summary>
internal sealed class ShowCommand
{
    private readonly Argument<string> _path = OptionParsers.Path("FILE_OR_INCIDENT");
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document, described in docs/show-json.md." };
    private readonly Option<bool> _events = new("--events") { Description = "Print the events, one a line, in their total order." };
    private readonly Option<int?> _request = OptionParsers.OptionalPositiveNumber("--request");
    private readonly Terminal _terminal;

    private ShowCommand(Terminal terminal)
    {
        _terminal = terminal;
        _path.Description = "A recording (.rktrace) or an incident's folder.";
        _request.Description = "Show one request in full: steps, awaits, outgoing calls, exceptions.";
    }

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it writes.</param>
    internal static Command Create(Terminal terminal)
    {
        var show = new ShowCommand(terminal);
        var command = new Command("show", "Shows what a recording or an incident holds.")
        {
            show._path, show._json, show._events, show._request,
        };
        command.SetAction(parsed => (int)show.Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        var view = RecordingLoader.Load(parsed.GetRequiredValue(_path));
        var withEvents = parsed.GetValue(_events);
        RecordedRequest? detail = parsed.GetValue(_request) is { } number ? Find(view, number) : null;
        if (parsed.GetValue(_json)) JsonOutput.Write(_terminal.Out, output => ShowJson.Write(output, view, detail, withEvents));
        else if (withEvents) WriteEvents(view);
        else if (detail is not null) new RequestDetailText(view, detail, _terminal).Write();
        else new ShowText(view, _terminal).Write();
        return ExitCode.Done;
    }

    private void WriteEvents(RecordingView view)
    {
        // The lines go to other programs: what is missing is said where a person sees it.
        if (!view.Completeness.IsComplete) _terminal.Error.WriteLine($"replaykit: {CompletenessText.Describe(view.Completeness)}");
        var events = view.Recording.Events;
        for (var i = 0; i < events.Length; i++) _terminal.WriteLine(EventText.Line(i, events[i]));
    }

    private static RecordedRequest Find(RecordingView view, int number) =>
        view.Graph.Requests.FirstOrDefault(request => request.Number == number)
        ?? throw new CommandException(
            ExitCode.ConditionNotMet,
            $"The recording has no request {number}.",
            $"Run `replaykit show {ShellText.Quote(view.Path)}` for the list of its requests.");
}
