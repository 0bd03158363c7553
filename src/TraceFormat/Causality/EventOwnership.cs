using System.Collections;
using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>Which events of a recording the graph's statements about each request rest on.</summary>
/// <remarks>
/// The events of some requests, taken alone, give the same requests and the same steps as the whole recording: names of what they awaited,
/// and the runs that tell a foreign task from their own, are among them. Not so where a lost event is what ends a step.
/// </remarks>
public sealed class EventOwnership
{
    private readonly ImmutableArray<RecordedEvent> _events;
    private readonly OwnershipLog _log;

    private EventOwnership(ImmutableArray<RecordedEvent> events, OwnershipLog log)
    {
        _events = events;
        _log = log;
    }

    /// <summary>Finds the owners of a recording's events.</summary>
    /// <param name="recording">The recording.</param>
    public static EventOwnership Find(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var log = new OwnershipLog(recording.Events.Length);
        CausalGraphBuilder.Walk(recording, log);
        return new EventOwnership(recording.Events, log);
    }

    /// <summary>Positions of the events on which the graph's statements about some requests rest.</summary>
    /// <param name="requests">Numbers of the requests; unknown ones are passed over.</param>
    /// <returns>Positions among the recording's events, ascending. Garbage-collection pauses belong to nobody and are not among them.</returns>
    public ImmutableArray<int> EventsOf(IEnumerable<int> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var kept = new BitArray(_events.Length);
        var open = new Stack<int>();
        foreach (var request in requests) KeepAll(_log.EventsOf(request));
        while (open.TryPop(out var index)) KeepGroundsOf(index);
        return [.. Enumerable.Range(0, _events.Length).Where(index => kept[index])];

        void KeepAll(IEnumerable<int> indexes)
        {
            foreach (var index in indexes)
            {
                if (kept[index]) continue;
                kept[index] = true;
                open.Push(index);
            }
        }

        void KeepGroundsOf(int index)
        {
            var e = _events[index];
            // The run in which it happened: without it, the event would be taken for an act of whatever runs beneath.
            if (_log.FrameOf(index) is { BeginIndex: >= 0 } frame) KeepAll(frame.CloseIndex >= 0 ? [frame.BeginIndex, frame.CloseIndex] : [frame.BeginIndex]);
            // Names and outcomes of tasks, whoever made them. What made a task also keeps it from being taken for a new one.
            if (e.Kind is RecordedEventKind.WaitBegan) KeepAll([.. _log.MakingsOf(e.TaskId), .. _log.EndsOf(e.TaskId), .. _log.MakingsOf(e.RelatedTaskId)]);
            if (e.Kind is RecordedEventKind.TaskScheduled) KeepAll(_log.MakingsOf(e.TaskId));
        }
    }
}
