using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>Makes a recording of some requests out of a longer one.</summary>
/// <remarks>
/// Times, threads and task ids stay what they were, and requests keep their numbers, so that whatever is said of the part can be looked up
/// in its source.
/// </remarks>
public static class RecordingPart
{
    /// <summary>Takes a part.</summary>
    /// <param name="source">The recording; not changed.</param>
    /// <param name="requests">The requests to keep, in order of arrival; at least one.</param>
    /// <returns>
    /// The events that belong to these requests and the garbage-collection pauses within their window. It lasts as long as the source, since its times
    /// are the source's; its completeness carries what the source lost.
    /// </returns>
    public static Recording Of(Recording source, ImmutableArray<RecordedRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (startNs, endNs) = Window(source, requests);
        var numbers = requests.Select(static request => request.Number).ToImmutableHashSet();
        var indexes = EventOwnership.Find(source).EventsOf(numbers)
            .Concat(PausesWithin(source.Events, startNs, endNs)).Concat(MarksWithin(source.Events, startNs, endNs)).Distinct().Order();
        var events = WithNumbers(indexes.Select(index => source.Events[index]), requests);
        var names = events.Where(static e => e.Kind == RecordedEventKind.OperationBegan).Select(static e => e.Text).ToHashSet();
        return new Recording(source.Header, events, source.Footer with
        {
            Completeness = source.Footer.Completeness with { EventsKept = events.Length },
            AsyncMethods = [.. source.Footer.AsyncMethods.Where(method => names.Contains(method.RecordedName))],
        });
    }

    /// <summary>From the arrival of the first request to the answer of the last one; to the recording's end when one was not answered within it.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="requests">The requests; at least one.</param>
    public static (long StartNs, long EndNs) Window(Recording source, ImmutableArray<RecordedRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(source);
        return (requests.Min(static request => request.StartNs), requests.Max(request => request.StopNs ?? source.Footer.DurationNs));
    }

    // The requests of a graph stand in the order of the events that started them.
    private static ImmutableArray<RecordedEvent> WithNumbers(IEnumerable<RecordedEvent> events, ImmutableArray<RecordedRequest> requests)
    {
        var started = 0;
        return [.. events.Select(e => e.Kind == RecordedEventKind.RequestStarted ? e with { Number = requests[started++].Number } : e)];
    }

    // What the recorder says of itself: losses that touch the window, and every change of what it listened to.
    private static IEnumerable<int> MarksWithin(ImmutableArray<RecordedEvent> events, long startNs, long endNs)
    {
        for (var index = 0; index < events.Length; index++)
        {
            var e = events[index];
            if (e.Kind == RecordedEventKind.TierChanged) yield return index;
            if (e.Kind == RecordedEventKind.EventsLost && e.TimeNs >= startNs && LostEvents.Of(e).FromNs <= endNs) yield return index;
        }
    }

    // Both events of each pause that overlaps the window: a pause that began before it held the first request up as well.
    private static IEnumerable<int> PausesWithin(ImmutableArray<RecordedEvent> events, long startNs, long endNs)
    {
        var beganIndex = -1;
        for (var index = 0; index < events.Length; index++)
        {
            var e = events[index];
            if (e.Kind == RecordedEventKind.GcPauseBegan && beganIndex < 0) beganIndex = index;
            if (e.Kind != RecordedEventKind.GcPauseEnded) continue;
            if (beganIndex >= 0 && events[beganIndex].TimeNs <= endNs && e.TimeNs >= startNs)
            {
                yield return beganIndex;
                yield return index;
            }

            beganIndex = -1;
        }
    }
}
