using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Cli;

/// <summary>Prints one request for a person: its steps, who awaited whom, its outgoing calls and exceptions.</summary>
public sealed class RequestDetailText
{
    private const int FactWidth = 14;

    private readonly RecordingView _view;
    private readonly RecordedRequest _request;
    private readonly Terminal _terminal;

    /// <summary>Prepares to print.</summary>
    /// <param name="view">The recording.</param>
    /// <param name="request">One of its requests.</param>
    /// <param name="terminal">Where to.</param>
    public RequestDetailText(RecordingView view, RecordedRequest request, Terminal terminal)
    {
        _view = view;
        _request = request;
        _terminal = terminal;
    }

    /// <summary>Prints everything known of the request.</summary>
    public void Write()
    {
        WriteFacts();
        Section("Steps");
        new StepTable(_view, _request, _terminal).Write();
        var awaits = new AwaitText(_view, _request, _terminal);
        if (!awaits.IsEmpty)
        {
            Section("Awaits");
            awaits.Write();
        }

        WriteOutgoingCalls();
        WriteCommands();
        WriteExceptions();
    }

    private void WriteFacts()
    {
        _terminal.WriteLine(RequestText.Full(_request));
        Fact("recording", _view.Path);
        if (!_view.Completeness.IsComplete) Fact("completeness", CompletenessText.Describe(_view.Completeness));
        Fact("arrived", $"{DurationText.FormatOffset(_request.StartNs)} after the recording began");
        Fact("answered", _request.StopNs is { } stop
            ? $"{_request.Status} after {DurationText.Format(stop - _request.StartNs)}"
            : "not within the recording");
        if (_request.IsAborted) Fact("client", "had gone away before the answer");
        if (_request.EventsLost > 0) Fact("lost", $"up to {CompletenessText.Count(_request.EventsLost, "event")} while it ran: steps or waits of it may be missing");
        if (_request.TraceIdentifier.Length > 0) Fact("trace id", _request.TraceIdentifier);
        Fact("overlaps", Overlaps());
        foreach (var header in _request.Headers) Fact("header", $"{header.Name}: {header.Value}");
    }

    private void WriteOutgoingCalls()
    {
        OutgoingCall[] calls = [.. _view.Graph.OutgoingCalls.Where(call => call.Request == _request.Number)];
        if (calls.Length == 0) return;
        Section("Outgoing calls");
        var table = new TextTable(
            new("sent", IsRightAligned: true), new("call", IsFlexible: true), new("status", IsRightAligned: true), new("duration", IsRightAligned: true));
        foreach (var call in calls)
        {
            var status = call.Status switch { null => "-", 0 => "failed", var code => $"{code}" };
            var duration = call.StopNs is { } stop ? DurationText.Format(stop - call.StartNs) : "unanswered";
            table.Add(Fine(call.StartNs), $"{call.Method} {call.Uri}", status, duration);
        }

        table.Write(_terminal, indent: 2);
    }

    private void WriteCommands()
    {
        DatabaseCommand[] commands = [.. _view.Graph.DatabaseCommands.Where(command => command.Request == _request.Number)];
        if (commands.Length == 0) return;
        Section("Database commands");
        var table = new TextTable(new("sent", IsRightAligned: true), new("command", IsFlexible: true), new("by"), new("duration", IsRightAligned: true));
        foreach (var command in commands)
        {
            var duration = command.StopNs is { } stop ? DurationText.Format(stop - command.StartNs) : "unanswered";
            table.Add(Fine(command.StartNs), OneLine(command.Text), command.Source, command.HasFailed ? "failed" : duration);
        }

        table.Write(_terminal, indent: 2);
    }

    private void WriteExceptions()
    {
        if (_request.Exceptions.IsEmpty) return;
        Section("Exceptions");
        var table = new TextTable(new("thrown", IsRightAligned: true), new("exception", IsFlexible: true));
        foreach (var thrown in _request.Exceptions) table.Add(Fine(thrown.TimeNs), $"{thrown.Type}: {OneLine(thrown.Message)}");
        table.Write(_terminal, indent: 2);
    }

    private string Overlaps()
    {
        var overlaps = _view.OverlapsOf(_request.Number);
        return overlaps.IsEmpty ? "no other request" : string.Join(", ", overlaps.Select(RequestText.Name));
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private string Fine(long ns) => DurationText.FormatFine(ns - _request.StartNs);

    private void Section(string title)
    {
        _terminal.WriteLine();
        _terminal.WriteLine(title);
    }

    private void Fact(string name, string value) => _terminal.WriteLine($"  {name.PadRight(FactWidth)}{value}");
}
