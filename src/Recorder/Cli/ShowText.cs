using System.Globalization;
using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>Prints a recording for a person: its facts, whether anything is missing, its requests.</summary>
public sealed class ShowText
{
    private const int FailedNamedMax = 8;
    private const int RedactedNamedMax = 8;
    private const int TiersNamedMax = 8;
    private const int FactWidth = 14;

    private readonly RecordingView _view;
    private readonly Terminal _terminal;

    /// <summary>Prepares to print.</summary>
    /// <param name="view">The recording.</param>
    /// <param name="terminal">Where to.</param>
    public ShowText(RecordingView view, Terminal terminal)
    {
        _view = view;
        _terminal = terminal;
    }

    /// <summary>Prints facts, requests and what to look at next.</summary>
    public void Write()
    {
        _terminal.WriteLine(_view.Path);
        WriteFacts();
        _terminal.WriteLine();
        if (_view.Graph.Requests.IsEmpty)
        {
            _terminal.WriteLine("  No request arrived while it was recorded.");
            return;
        }

        new RequestTable(_view, _terminal).Write();
        WriteNext();
    }

    /// <summary>Prints the facts of the incident and of its recording.</summary>
    public void WriteFacts()
    {
        WriteIncident();
        // First of the file's facts: everything below rests on it.
        var whose = _view.Incident is null ? "" : " (in the recording it was cut from)";
        Fact("completeness", CompletenessText.Describe(_view.Completeness) + whose);
        if (CompletenessText.DescribeUnknown(_view.Completeness) is { } unknown) Fact("", unknown);
        foreach (var (line, index) in CompletenessText.DescribeLosses(_view.Completeness, _view.Graph.Requests.Count(static request => request.EventsLost > 0)).Select(static (line, index) => (line, index)))
        {
            Fact(index == 0 ? "lost" : "", line);
        }

        WriteTiers();
        var header = _view.Recording.Header;
        var process = header.Process;
        Fact("process", $"{process.Name} (pid {process.ProcessId}), .NET {process.RuntimeVersion}, {process.OperatingSystem}, "
            + $"{process.Architecture}, {CompletenessText.Count(process.ProcessorCount, "processor")}");
        Fact("recorded", string.Create(CultureInfo.InvariantCulture, $"{header.StartUtc.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, ")
            + $"{DurationText.Format(_view.Recording.Footer.DurationNs)} long, by replaykit {header.ToolVersion.Split('+')[0]}");
        Fact("redacted", Redacted());
        Fact("holds", Holdings());
        if (_view.Failed.Any()) Fact("failed", Failures());
    }

    // A recording that listened to the same all the time, and to what a replay needs, has nothing to say.
    private void WriteTiers()
    {
        RecordedEvent[] changes = [.. _view.Recording.Events.Where(static e => e.Kind == RecordedEventKind.TierChanged)];
        if (changes.All(static e => e.Number == (long)RecordingTier.Tasks)) return;
        for (var index = 0; index < Math.Min(changes.Length, TiersNamedMax); index++)
        {
            var change = changes[index];
            Fact(index == 0 ? "listened to" : "", $"{TierText.Name((RecordingTier)change.Number)} from {DurationText.FormatOffset(change.TimeNs)}: {change.Text}");
        }

        if (changes.Length > TiersNamedMax) Fact("", $"and {CompletenessText.Count(changes.Length - TiersNamedMax, "more change")}");
    }

    private void WriteIncident()
    {
        if (_view.Incident is not { } incident) return;
        Fact("incident", incident.Title);
        Fact("symptom", SymptomText.Describe(incident.Symptom));
        Fact("status", incident.Status == IncidentStatus.Open ? "open" : "fixed");
        Fact("window", $"{DurationText.FormatOffset(incident.WindowStartNs)} to {DurationText.FormatOffset(incident.WindowEndNs)} of the source recording");
    }

    private void WriteNext()
    {
        var request = _view.Failed.FirstOrDefault() ?? _view.Graph.Requests.MaxBy(r => _view.OverlapsOf(r.Number).Length)!;
        _terminal.WriteLine();
        _terminal.WriteLine($"Look closer:  replaykit show {ShellText.Quote(_view.Path)} --request {request.Number}");
        if (_view.Incident is not null) return;
        _terminal.WriteLine($"Keep it:      replaykit cut {ShellText.Quote(_view.Path)} --around request={request.Number} -o traces/NAME");
    }

    private string Holdings()
    {
        var graph = _view.Graph;
        var parts = new List<string>
        {
            CompletenessText.Count(graph.Requests.Length, "request"),
            CompletenessText.Count(graph.Steps.Length, "step"),
            CompletenessText.Count(graph.OutgoingCalls.Length, "outgoing call"),
            CompletenessText.Count(graph.DatabaseCommands.Length, "database command"),
            CompletenessText.Count(_view.Recording.Events.Length, "event"),
        };
        if (!graph.GcPauses.IsEmpty)
        {
            var longest = graph.GcPauses.Max(static pause => pause.StopNs - pause.StartNs);
            parts.Add($"{CompletenessText.Count(graph.GcPauses.Length, "GC pause")} (longest {DurationText.Format(longest)})");
        }

        return string.Join(", ", parts);
    }

    private string Failures()
    {
        RecordedRequest[] failed = [.. _view.Failed];
        var names = string.Join(", ", failed.Take(FailedNamedMax).Select(static request => $"{RequestText.Name(request.Number)} ({request.Status})"));
        return $"{CompletenessText.Count(failed.Length, "request")}: {names}{(failed.Length > FailedNamedMax ? ", …" : "")}";
    }

    // The rules name far more than a person reads; what was asked for by name stands behind the built-in ones and is in the JSON document.
    private string Redacted()
    {
        var rules = _view.Recording.Header.Redacted;
        var names = _view.Incident?.Redacted ?? rules;
        if (rules.IsEmpty) return "nothing: redaction was off";
        if (names.IsEmpty) return "nothing: none of the names looked for occurs";
        return names.Length <= RedactedNamedMax
            ? string.Join(", ", names)
            : $"{CompletenessText.Count(names.Length, "name")}: {string.Join(", ", names.Take(RedactedNamedMax))}, …";
    }

    private void Fact(string name, string value) => _terminal.WriteLine($"  {name.PadRight(FactWidth)}{value}".TrimEnd());
}
