using System.Globalization;
using System.Text;
using System.Text.Json;
using Spectre.Console;

namespace ReplayKit.Recorder.Cli;

/// <summary>
/// What is told while a recording runs: a live line on a terminal, one line of JSON a second for a program, nothing otherwise. It goes to standard
/// error, so that results can be redirected while somebody watches.
/// </summary>
internal sealed class ProgressView
{
    private const string Schema = "replaykit.progress/1";
    private const double BytesPerMegabyte = 1e6;
    private static readonly TimeSpan s_lineEvery = TimeSpan.FromSeconds(1);

    private readonly Terminal _terminal;
    private readonly string _target;
    private readonly bool _isJson;
    private readonly ProgressRates _rates = new();
    private TimeSpan _lineDue;

    /// <summary>Makes one.</summary>
    /// <param name="terminal">Where it goes.</param>
    /// <param name="target">What is recorded, in words.</param>
    /// <param name="isJson">Whether a program reads it.</param>
    internal ProgressView(Terminal terminal, string target, bool isJson)
    {
        _terminal = terminal;
        _target = SafeText.Clean(target);
        _isJson = isJson;
    }

    /// <summary>Runs a recording.</summary>
    /// <param name="record">Records; reports progress to what it is given.</param>
    /// <param name="stop">Cancelled when the recording was asked to stop.</param>
    /// <returns>What <paramref name="record"/> returns.</returns>
    internal async Task<RecordingSummary> RunAsync(Func<IProgress<RecordingProgress>?, Task<RecordingSummary>> record, CancellationToken stop)
    {
        if (_isJson) return await record(new Reporter(WriteLine));
        if (!_terminal.ShowsProgress) return await record(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_terminal.Error) });
        return await console.Status().StartAsync(Markup.Escape($"Attaching to {_target}"), async status =>
        {
            using var stopping = stop.Register(() => status.Status = "Stopping: writing what is left");
            return await record(new Reporter(progress => status.Status = Line(progress)));
        });
    }

    // shop (pid 4711)  12.5 s  tasks  1,204 requests/s  9,632 events/s  0 lost  cost 2.1 %  1.2 MB  Ctrl-C stops
    private string Line(RecordingProgress progress)
    {
        var (requests, events) = _rates.Of(progress);
        var parts = new List<string>
        {
            Markup.Escape(_target),
            string.Create(CultureInfo.InvariantCulture, $"{progress.Elapsed.TotalSeconds:0.0} s"),
            TierText.Name(progress.Tier),
            string.Create(CultureInfo.InvariantCulture, $"{requests:N0} requests/s"),
            string.Create(CultureInfo.InvariantCulture, $"{events:N0} events/s"),
            progress.EventsLost == 0 ? "0 lost" : $"[yellow]{CompletenessText.Count(progress.EventsLost)} lost[/]",
        };
        if (progress.Cost is { } cost) parts.Add(string.Create(CultureInfo.InvariantCulture, $"cost {cost * 100:0.0} %"));
        if (progress.HeldBytes > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{progress.HeldBytes / BytesPerMegabyte:0.0} MB kept"));
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{progress.Bytes / BytesPerMegabyte:0.0} MB"));
        if (progress.Files > 0) parts.Add(CompletenessText.Count(progress.Files, "file"));
        parts.Add("Ctrl-C stops");
        return string.Join("  ", parts);
    }

    private void WriteLine(RecordingProgress progress)
    {
        if (progress.Elapsed < _lineDue) return;
        _lineDue = progress.Elapsed + s_lineEvery;
        var (requests, events) = _rates.Of(progress);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteNumber("elapsedMs", (long)progress.Elapsed.TotalMilliseconds);
            json.WriteString("tier", TierText.Name(progress.Tier));
            json.WriteNumber("requests", progress.Requests);
            json.WriteNumber("requestsPerSecond", Math.Round(requests, 1));
            json.WriteNumber("events", progress.Events);
            json.WriteNumber("eventsPerSecond", Math.Round(events, 1));
            json.WriteNumber("eventsLost", progress.EventsLost);
            if (progress.Cost is { } cost) json.WriteNumber("cost", Math.Round(cost, 4));
            else json.WriteNull("cost");
            json.WriteNumber("bytes", progress.Bytes);
            json.WriteNumber("heldBytes", progress.HeldBytes);
            json.WriteNumber("files", progress.Files);
            json.WriteEndObject();
        }

        _terminal.Error.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private sealed class Reporter(Action<RecordingProgress> report) : IProgress<RecordingProgress>
    {
        public void Report(RecordingProgress value) => report(value);
    }
}
