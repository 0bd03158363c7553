using ReplayKit.Recorder.Triggers;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>Watches a recording's events, and time where there are none, for what triggers wait for.</summary>
/// <param name="watch">What to watch for.</param>
/// <param name="now">Time of the recording, in nanoseconds.</param>
/// <param name="onFired">Told when and what fired, on the reading thread.</param>
internal sealed class PipelineTriggers(TriggerWatch watch, Func<long> now, Action<long, string> onFired)
{
    /// <summary>Takes the next event.</summary>
    internal void Take(in RecordedEvent recorded)
    {
        if (watch.Take(recorded) is { } reason) onFired(recorded.TimeNs, reason);
    }

    /// <summary>Time passed without events.</summary>
    internal void PassTime()
    {
        var timeNs = now();
        if (watch.PassTime(timeNs) is { } reason) onFired(timeNs, reason);
    }
}
