using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Order;

/// <summary>The total order of a recording's events: time, then causal edge, then thread, then the event's number on its thread.</summary>
/// <remarks>
/// A pure function of the set of events: the order in which they arrive does not matter. Time stands before the causal edge because all
/// threads stamp with one monotonic clock, so an effect never has an earlier stamp than its cause; the edge decides between equal stamps.
/// </remarks>
public static class EventOrder
{
    /// <summary>Sorts a whole recording.</summary>
    public static ImmutableArray<RecordedEvent> Sort(IEnumerable<SequencedEvent> events)
    {
        var sorted = events.ToList();
        sorted.Sort(static (left, right) => CompareKeys(left, right));
        var result = ImmutableArray.CreateBuilder<RecordedEvent>(sorted.Count);
        Emit(sorted, sorted.Count, result.Add);
        return result.MoveToImmutable();
    }

    /// <summary>Compares by time, thread and sequence: the order but for causal edges between events of one instant.</summary>
    public static int CompareKeys(in SequencedEvent left, in SequencedEvent right)
    {
        var byTime = left.Event.TimeNs.CompareTo(right.Event.TimeNs);
        if (byTime != 0) return byTime;
        var byThread = left.Event.ThreadId.CompareTo(right.Event.ThreadId);
        return byThread != 0 ? byThread : left.Sequence.CompareTo(right.Sequence);
    }

    /// <summary>Hands out the first events of a list sorted by <see cref="CompareKeys"/>, in the total order.</summary>
    /// <param name="sorted">The list.</param>
    /// <param name="count">How many; all events of an instant must be among them, or none.</param>
    /// <param name="emit">Gets each event.</param>
    public static void Emit(List<SequencedEvent> sorted, int count, Action<RecordedEvent> emit)
    {
        for (var start = 0; start < count;)
        {
            var end = start + 1;
            while (end < count && sorted[end].Event.TimeNs == sorted[start].Event.TimeNs) end++;
            var isOneThread = sorted[start].Event.ThreadId == sorted[end - 1].Event.ThreadId;
            if (isOneThread) EmitAsTheyStand(sorted, start, end, emit);
            else new Instant(sorted, start, end).Emit(emit);
            start = end;
        }
    }

    private static void EmitAsTheyStand(List<SequencedEvent> sorted, int start, int end, Action<RecordedEvent> emit)
    {
        for (var index = start; index < end; index++) emit(sorted[index].Event);
    }
}
