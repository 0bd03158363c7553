using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Cli;

/// <summary>Prints the requests of a recording, one a line.</summary>
public sealed class RequestTable
{
    /// <summary>Requests listed on a terminal; redirected output lists all.</summary>
    public const int RequestsOnTerminalMax = 200;

    private readonly RecordingView _view;
    private readonly Terminal _terminal;

    /// <summary>Prepares to print.</summary>
    /// <param name="view">The recording.</param>
    /// <param name="terminal">Where to.</param>
    public RequestTable(RecordingView view, Terminal terminal)
    {
        _view = view;
        _terminal = terminal;
    }

    /// <summary>Prints the table.</summary>
    public void Write()
    {
        var requests = _view.Graph.Requests;
        var shown = _terminal.IsInteractive ? Math.Min(requests.Length, RequestsOnTerminalMax) : requests.Length;
        var table = new TextTable(
            new("#", IsRightAligned: true), new("arrived", IsRightAligned: true), new("request", IsFlexible: true),
            new("status", IsRightAligned: true), new("duration", IsRightAligned: true), new("steps", IsRightAligned: true),
            new("overlaps", IsRightAligned: true));
        foreach (var request in requests.Take(shown)) table.Add(Cells(request));
        table.Write(_terminal, indent: 2);
        if (shown == requests.Length) return;
        _terminal.WriteLine($"  … and {CompletenessText.Count(requests.Length - shown)} more: redirect the output to see them all.");
    }

    private string[] Cells(RecordedRequest request) =>
    [
        (request.EventsLost > 0 ? "! " : "") + RequestText.Name(request.Number),
        DurationText.FormatOffset(request.StartNs),
        RequestText.Line(request),
        request.Status is { } status ? $"{status}" : "-",
        request.StopNs is not { } stop ? "unanswered" : DurationText.Format(stop - request.StartNs) + (request.IsAborted ? " (client left)" : ""),
        $"{_view.StepsOf(request.Number).Length}",
        $"{_view.OverlapsOf(request.Number).Length}",
    ];
}
