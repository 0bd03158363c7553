using System.Globalization;
using System.Text.Json;
using ReplayKit.Recorder.Attach;

namespace ReplayKit.Recorder.Cli;

/// <summary>What is said when a recording has ended.</summary>
/// <param name="Process">The recorded process.</param>
/// <param name="Summary">What the recorder says of the file.</param>
/// <param name="IsStoppedBySignal">Whether Ctrl-C or a termination signal ended it.</param>
/// <param name="View">The file, read back.</param>
internal sealed record RecordReport(DotnetProcess Process, RecordingSummary Summary, bool IsStoppedBySignal, RecordingView View)
{
    private const string Schema = "replaykit.record/1";
    private const double BytesPerMegabyte = 1_000_000;

    private double BytesPerEvent => Summary.Events == 0 ? 0 : (double)Summary.Bytes / Summary.Events;

    /// <summary>Prints it for a person.</summary>
    /// <param name="terminal">Where to.</param>
    internal void WriteText(Terminal terminal)
    {
        var graph = View.Graph;
        terminal.WriteLine(View.Path);
        terminal.WriteLine($"  recorded      {Process.Name} (pid {Process.ProcessId}) for {DurationText.Format(DurationNs)}, {EndInWords()}");
        terminal.WriteLine($"  completeness  {CompletenessText.Describe(View.Completeness)}");
        terminal.WriteLine(
            $"  holds         {CompletenessText.Count(graph.Requests.Length, "request")}, {CompletenessText.Count(graph.Steps.Length, "step")}, "
            + CompletenessText.Count(Summary.Events, "event"));
        terminal.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  size          {Summary.Bytes / BytesPerMegabyte:0.00} MB, {BytesPerEvent:0.0} bytes per event"));
        terminal.WriteLine();
        terminal.WriteLine($"Next:  replaykit show {ShellText.Quote(View.Path)}");
    }

    /// <summary>Writes the members of its JSON document.</summary>
    /// <param name="json">Where to.</param>
    internal void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("schema", Schema);
        json.WriteString("path", Summary.Path);
        json.WriteNumber("processId", Process.ProcessId);
        json.WriteString("processName", Process.Name);
        json.WriteNumber("durationNs", DurationNs);
        json.WriteString("endedBy", Summary.TargetExited ? "targetExited" : IsStoppedBySignal ? "signal" : "duration");
        json.WriteNumber("requests", View.Graph.Requests.Length);
        json.WriteNumber("steps", View.Graph.Steps.Length);
        json.WriteNumber("events", Summary.Events);
        json.WriteNumber("bytes", Summary.Bytes);
        json.WriteNumber("bytesPerEvent", Math.Round(BytesPerEvent, 1));
        ShowJson.WriteCompleteness(json, View.Completeness);
    }

    private long DurationNs => (long)Summary.Duration.TotalNanoseconds;

    private string EndInWords() =>
        Summary.TargetExited ? "until it exited" : IsStoppedBySignal ? "until it was stopped" : "as long as asked";
}
