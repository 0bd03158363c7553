using System.Collections.Immutable;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cutting;

/// <summary>Makes a recording of some requests out of a longer one.</summary>
/// <remarks>
/// Times, threads and task ids stay what they were, and requests keep their numbers, so that whatever is said of the slice can be looked up
/// in its source.
/// </remarks>
public static class RecordingSlicer
{
    /// <summary>Cuts a slice.</summary>
    /// <param name="source">The recording to cut from; not changed.</param>
    /// <param name="selection">The requests to keep.</param>
    /// <returns>
    /// The events that belong to these requests and the garbage-collection pauses within their window. It lasts as long as the source, since its times
    /// are the source's; its completeness carries what the source lost.
    /// </returns>
    public static Recording Slice(Recording source, SliceSelection selection)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(selection);
        var indexes = EventOwnership.Find(source).EventsOf(selection.Numbers).Concat(PausesWithin(source.Events, selection)).Concat(MarksWithin(source.Events, selection)).Distinct().Order();
        var events = WithNumbers(indexes.Select(index => source.Events[index]), selection.Requests);
        var names = events.Where(static e => e.Kind == RecordedEventKind.OperationBegan).Select(static e => e.Text).ToHashSet();
        return new Recording(source.Header, events, source.Footer with
        {
            Completeness = source.Footer.Completeness with { EventsKept = events.Length },
            AsyncMethods = [.. source.Footer.AsyncMethods.Where(method => names.Contains(method.RecordedName))],
        });
    }

    // The requests of a graph stand in the order of the events that started them.
    private static ImmutableArray<RecordedEvent> WithNumbers(IEnumerable<RecordedEvent> events, ImmutableArray<RecordedRequest> requests)
    {
        var started = 0;
        return [.. events.Select(e => e.Kind == RecordedEventKind.RequestStarted ? e with { Number = requests[started++].Number } : e)];
    }

    // What the recorder says of itself: losses that touch the window, and every change of what it listened to.
    private static IEnumerable<int> MarksWithin(ImmutableArray<RecordedEvent> events, SliceSelection selection)
    {
        for (var index = 0; index < events.Length; index++)
        {
            var e = events[index];
            if (e.Kind == RecordedEventKind.TierChanged) yield return index;
            if (e.Kind == RecordedEventKind.EventsLost && e.TimeNs >= selection.WindowStartNs && LostEvents.Of(e).FromNs <= selection.WindowEndNs) yield return index;
        }
    }

    // Both events of each pause that overlaps the window: a pause that began before it held the first request up as well.
    private static IEnumerable<int> PausesWithin(ImmutableArray<RecordedEvent> events, SliceSelection selection)
    {
        var beganIndex = -1;
        for (var index = 0; index < events.Length; index++)
        {
            var e = events[index];
            if (e.Kind == RecordedEventKind.GcPauseBegan && beganIndex < 0) beganIndex = index;
            if (e.Kind != RecordedEventKind.GcPauseEnded) continue;
            if (beganIndex >= 0 && events[beganIndex].TimeNs <= selection.WindowEndNs && e.TimeNs >= selection.WindowStartNs)
            {
                yield return beganIndex;
                yield return index;
            }

            beganIndex = -1;
        }
    }
}
