using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>Derives from a recording's events who asked for what, what ran on whose behalf, and who waited for whom.</summary>
/// <remarks>
/// Pure, and total: any sequence of events gives a graph, also one with losses. The rules are written in <c>docs/recorder-events.md</c>.
/// </remarks>
public static class CausalGraphBuilder
{
    /// <summary>
    /// Name of the method, or of the local function in a method, that runs a request's pipeline as a task on another thread, which the
    /// replayer does. Its first run is the rest of the request's arrival and no step of its own.
    /// </summary>
    public const string HandoverMethod = "RunReplayedRequest";

    /// <summary>Builds the graph of a recording.</summary>
    public static CausalGraph Build(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return Walk(recording, log: null);
    }

    /// <summary>Builds the graph of events alone, which nothing is known of but what they tell.</summary>
    /// <param name="events">Events in their total order.</param>
    public static CausalGraph Build(ImmutableArray<RecordedEvent> events)
    {
        var process = new RecordedProcess(0, "", "", "", "", 0);
        var header = new RecordingHeader("", DateTimeOffset.UnixEpoch, process, [], []);
        return Build(new Recording(header, events, new RecordingFooter(0, Completeness.Empty, [])));
    }

    /// <summary>Walks through a recording, and notes on the way what each event is about.</summary>
    internal static CausalGraph Walk(Recording recording, OwnershipLog? log)
    {
        var events = recording.Events;
        var walk = new CausalWalk(HostTasks.Find(recording), log);
        for (var index = 0; index < events.Length; index++) walk.Take(events[index], index);
        // A recording cut from a longer one lasts as long as that one: what was running when it ended, ends then.
        return walk.Finish(Math.Max(recording.Footer.DurationNs, events.IsEmpty ? 0 : events[^1].TimeNs));
    }
}
