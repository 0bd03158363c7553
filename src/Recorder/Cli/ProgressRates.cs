namespace ReplayKit.Recorder.Cli;

/// <summary>Turns counts since the begin into rates since the last time it was asked.</summary>
internal sealed class ProgressRates
{
    private RecordingProgress? _last;

    /// <summary>Requests and events a second.</summary>
    internal (double Requests, double Events) Of(RecordingProgress now)
    {
        var (elapsed, requests, events) = _last is { } last
            ? (now.Elapsed - last.Elapsed, now.Requests - last.Requests, now.Events - last.Events)
            : (now.Elapsed, now.Requests, now.Events);
        _last = now;
        var seconds = elapsed.TotalSeconds;
        return seconds <= 0 ? (0, 0) : (requests / seconds, events / seconds);
    }
}
