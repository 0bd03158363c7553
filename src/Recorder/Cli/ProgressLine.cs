using System.Globalization;
using Spectre.Console;

namespace ReplayKit.Recorder.Cli;

/// <summary>The live line of a running recording. It goes to standard error, so that results can be redirected while a person watches.</summary>
internal sealed class ProgressLine : IProgress<RecordingProgress>
{
    private readonly StatusContext _status;
    private readonly string _target;

    private ProgressLine(StatusContext status, string target)
    {
        _status = status;
        _target = SafeText.Clean(target);
    }

    /// <summary>Runs a recording under a live line; without one when nobody watches.</summary>
    /// <param name="terminal">Where the line goes.</param>
    /// <param name="target">What is recorded, in words.</param>
    /// <param name="record">Records; reports progress to what it is given.</param>
    /// <param name="stop">Cancelled when the recording was asked to stop.</param>
    /// <returns>What <paramref name="record"/> returns.</returns>
    internal static async Task<RecordingSummary> RunAsync(
        Terminal terminal, string target, Func<IProgress<RecordingProgress>?, Task<RecordingSummary>> record, CancellationToken stop)
    {
        if (!terminal.ShowsProgress) return await record(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Status().StartAsync(Markup.Escape($"Attaching to {SafeText.Clean(target)}"), async status =>
        {
            using var stopping = stop.Register(() => status.Status = "Stopping: writing what is left");
            return await record(new ProgressLine(status, target));
        });
    }

    /// <inheritdoc/>
    public void Report(RecordingProgress value)
    {
        var elapsed = string.Create(CultureInfo.InvariantCulture, $"{value.Elapsed.TotalSeconds:0.0} s");
        var lost = value.EventsLost == 0 ? "0 lost" : $"[yellow]{CompletenessText.Count(value.EventsLost)} lost[/]";
        _status.Status = $"{Markup.Escape(_target)}  {elapsed}  {CompletenessText.Count(value.Requests, "request")}  "
            + $"{CompletenessText.Count(value.Events, "event")}  {lost}  Ctrl-C stops";
    }
}
