using ReplayKit.Recorder.NetTrace;
using ReplayKit.Recorder.Normalize;
using ReplayKit.Recorder.Order;

namespace ReplayKit.Recorder.Import;

/// <summary>Lets through to the pipeline what the recorder knows. A trace may hold anything besides: the survey counts that by name.</summary>
internal sealed class ImportFilter(INetTraceSink pipeline) : INetTraceSink
{
    private readonly HashSet<RawProvider> _seen = [];
    private long _completeNs;

    /// <summary>Providers of which there was an event.</summary>
    internal IReadOnlySet<RawProvider> Seen => _seen;

    /// <summary>All events, also those that were held back.</summary>
    internal long EventCount { get; private set; }

    /// <summary>Time of the last event that was let through, in nanoseconds.</summary>
    internal long LastNs { get; private set; }

    public void OnEvent(in RawEvent raw)
    {
        EventCount++;
        if (raw.Provider == RawProvider.Other) return;
        _seen.Add(raw.Provider);
        LastNs = Math.Max(LastNs, raw.TimeNs);
        pipeline.OnEvent(raw);
    }

    public void OnLost(in LostRun lost) => pipeline.OnLost(lost);

    public void OnOlderComplete(long timeNs) => pipeline.OnOlderComplete(timeNs);

    public void OnQuiet()
    {
        // a file is never quiet
    }

    /// <summary>Takes an event of a reader that sorts but does not say what is complete.</summary>
    internal void OnSortedEvent(in RawEvent raw)
    {
        OnEvent(raw);
        if (raw.TimeNs - _completeNs < 2 * OrderWindow.DefaultWindowNs) return;
        _completeNs = raw.TimeNs - OrderWindow.DefaultWindowNs;
        pipeline.OnOlderComplete(_completeNs);
    }
}
