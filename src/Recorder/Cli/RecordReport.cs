using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReplayKit.Recorder.Attach;

namespace ReplayKit.Recorder.Cli;

/// <summary>What is said when a recording has ended.</summary>
/// <param name="Process">The recorded process.</param>
/// <param name="Summary">What the recorder says of the file.</param>
/// <param name="IsStoppedBySignal">Whether Ctrl-C or a termination signal ended it.</param>
/// <param name="Facts">The files, read back, at least one.</param>
internal sealed record RecordReport(DotnetProcess Process, RecordingSummary Summary, bool IsStoppedBySignal, ImmutableArray<FileFacts> Facts)
{
    private const string Schema = "replaykit.record/1";
    private const double BytesPerMegabyte = 1_000_000;

    private FileFacts First => Facts[0];

    private bool IsTriggered => Summary.Files.Any(static file => !file.Reasons.IsEmpty);

    private double BytesPerEvent
    {
        get
        {
            var events = Facts.Sum(static facts => facts.Completeness.EventsKept);
            return events == 0 ? 0 : (double)Summary.Bytes / events;
        }
    }

    /// <summary>Prints it for a person.</summary>
    /// <param name="terminal">Where to.</param>
    internal void WriteText(Terminal terminal)
    {
        foreach (var (facts, file) in Facts.Zip(Summary.Files)) WriteFile(terminal, facts, file);
        terminal.WriteLine();
        terminal.WriteLine($"Next:  replaykit show {ShellText.Quote(First.Path)}");
    }

    private void WriteFile(Terminal terminal, FileFacts facts, RecordedFile file)
    {
        var events = facts.Completeness.EventsKept;
        terminal.WriteLine(facts.Path);
        terminal.WriteLine($"  recorded      {Process.Name} (pid {Process.ProcessId}) for {DurationText.Format(DurationNs)}, {EndInWords()}");
        if (!file.Reasons.IsEmpty) terminal.WriteLine($"  because of    {Reasons(file)}");
        if (file.IsShortened) terminal.WriteLine("  begins        later than asked for: so many events did not fit into the memory that is kept");
        terminal.WriteLine($"  completeness  {CompletenessText.Describe(facts.Completeness)}");
        var steps = facts.Steps is { } count ? $"{CompletenessText.Count(count, "step")}, " : "";
        terminal.WriteLine($"  holds         {CompletenessText.Count(facts.Requests, "request")}, {steps}{CompletenessText.Count(events, "event")}");
        if (facts.Requests == 0) terminal.WriteLine("  no requests   the process served no request meanwhile; its tasks are recorded: see them with --events");
        if (!Process.IsVisible) terminal.WriteLine("  no names      the files of the process cannot be seen from here, so its async methods have no types");
        terminal.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  size          {file.Bytes / BytesPerMegabyte:0.00} MB, {(events == 0 ? 0 : (double)file.Bytes / events):0.0} bytes per event"));
    }

    private static string Reasons(RecordedFile file) =>
        file.Reasons.Length == 1 ? file.Reasons[0] : $"{file.Reasons[0]}, and {CompletenessText.Count(file.Reasons.Length - 1, "more trigger")} within the same time";

    /// <summary>Writes the members of its JSON document.</summary>
    /// <param name="json">Where to.</param>
    internal void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("schema", Schema);
        json.WriteString("path", Summary.Path);
        json.WriteNumber("processId", Process.ProcessId);
        json.WriteString("processName", Process.Name);
        json.WriteNumber("durationNs", DurationNs);
        json.WriteString("endedBy", Summary.TargetExited ? "targetExited" : IsStoppedBySignal ? "signal" : IsTriggered ? "trigger" : "duration");
        json.WriteNumber("requests", First.Requests);
        if (First.Steps is { } steps) json.WriteNumber("steps", steps);
        else json.WriteNull("steps");
        json.WriteNumber("events", First.Completeness.EventsKept);
        json.WriteNumber("bytes", Summary.Bytes);
        json.WriteNumber("bytesPerEvent", Math.Round(BytesPerEvent, 1));
        if (Summary.FirstEvent is { } first) json.WriteNumber("firstEventMs", Math.Round(first.TotalMilliseconds, 1));
        else json.WriteNull("firstEventMs");
        json.WriteNumber("stopMs", Math.Round(Summary.Stop.TotalMilliseconds, 1));
        ShowJson.WriteCompleteness(json, First.Completeness);
        json.WriteStartArray("files");
        foreach (var (facts, file) in Facts.Zip(Summary.Files))
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteNumber("events", facts.Completeness.EventsKept);
            json.WriteNumber("requests", facts.Requests);
            json.WriteBoolean("isShortened", file.IsShortened);
            json.WriteStartArray("reasons");
            foreach (var reason in file.Reasons) json.WriteStringValue(reason);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private long DurationNs => (long)Summary.Duration.TotalNanoseconds;

    private string EndInWords() =>
        Summary.TargetExited ? "until it exited" : IsStoppedBySignal ? "until it was stopped" : IsTriggered ? "until something happened" : "as long as asked";
}
