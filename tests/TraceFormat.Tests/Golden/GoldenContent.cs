using ReplayKit.TraceFormat.Model;

namespace TraceFormat.Tests.Golden;

/// <summary>What the golden recordings hold. Never edited: a change of the format adds a version, and leaves the ones before as they are.</summary>
public static class GoldenContent
{
    private static readonly RecordingHeader s_header = new(
        "0.1.0+golden",
        new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddTicks(8_901_234),
        new RecordedProcess(4711, "Shop", "10.0.12", "Linux", "x64", 2),
        [
            new RecordedAssembly("Shop", "1.2.3.4", new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), false),
            new RecordedAssembly("System.Private.CoreLib", "10.0.0.0", Guid.Empty, true),
        ],
        ["Authorization", "Cookie"]);

    private static readonly AsyncMethod[] s_methods =
    [
        new("<GetAsync>d__3", "Shop", "Shop.Prices.PriceCache", "GetAsync", false),
        new("<SendAsync>d__1", "System.Net.Http", "System.Net.Http.HttpClient", "SendAsync", true),
    ];

    private static readonly UnknownEvents[] s_unknown = [new("Some-Provider/17", 42), new("Löwe", long.MaxValue)];

    // Each kind of version 1, both ends of each number, and texts of every sort: shared, empty, beyond ASCII, and of half a surrogate pair.
    private static readonly RecordedEvent[] s_events1 =
    [
        new(RecordedEventKind.RequestStarted, 1_000, 101)
        {
            Text = "/price/42", Number = 17,
            Fields = [new("method", "GET"), new("query", "?q=Löwe 🦊"), new("traceIdentifier", "0HN1:00000001"), new("header:Accept", "")],
        },
        new(RecordedEventKind.OperationBegan, 1_500, 101) { TaskId = 5, Text = "<GetAsync>d__3" },
        new(RecordedEventKind.WaitBegan, 1_600, 101) { TaskId = 6, RelatedTaskId = 5 },
        new(RecordedEventKind.TaskScheduled, 1_700, 101) { TaskId = 7, RelatedTaskId = 5 },
        new(RecordedEventKind.TaskStarted, 1_800, 102) { TaskId = 7 },
        new(RecordedEventKind.TaskCompleted, 1_800, 102) { TaskId = 7 },
        new(RecordedEventKind.WorkBegan, 1_790, long.MaxValue) { TaskId = int.MaxValue, RelatedTaskId = int.MinValue },
        new(RecordedEventKind.WorkEnded, long.MaxValue, long.MinValue),
        new(RecordedEventKind.OutgoingStarted, long.MinValue, 101) { Text = "http://127.0.0.1:5000/prices/42", Fields = [new("span", "5e1b07ab88774a89"), new("method", "POST")] },
        new(RecordedEventKind.OutgoingStopped, 0, 101) { Text = "", Number = 500, Fields = [new("span", "5e1b07ab88774a89")] },
        new(RecordedEventKind.ExceptionThrown, 2_000, 101) { Text = "System.InvalidOperationException", Number = long.MinValue, Fields = [new("message", "half a pair \ud83d\nand a line")] },
        new(RecordedEventKind.GcPauseBegan, 2_100, 103),
        new(RecordedEventKind.GcPauseEnded, 2_200, 103),
        new(RecordedEventKind.OperationEnded, 2_300, 101) { TaskId = 5, Number = 1 },
        new(RecordedEventKind.RequestStopped, 2_400, 101) { Number = 200, Fields = [new("traceIdentifier", "0HN1:00000001")] },
    ];

    // The kinds that version 2 added.
    private static readonly RecordedEvent[] s_events2 =
    [
        new(RecordedEventKind.EventsLost, 2_500, 102) { Number = 3, Fields = [new("since", "1800")] },
        new(RecordedEventKind.TierChanged, 2_600, 0) { Number = 3, Text = "asked for" },
        new(RecordedEventKind.DatabaseStarted, 2_700, 101) { Text = "SELECT 1", Fields = [new("source", "ef"), new("command", "7")] },
        new(RecordedEventKind.DatabaseStopped, 2_800, 101) { Number = 1, Fields = [new("source", "ef"), new("command", "7")] },
        new(RecordedEventKind.ContentionBegan, 2_900, 101) { Number = 99, RelatedTaskId = 102 },
        new(RecordedEventKind.ContentionEnded, 3_000, 101),
        new(RecordedEventKind.BlockingBegan, 3_100, 101) { Number = 1 },
        new(RecordedEventKind.BlockingEnded, 3_200, 101),
        new(RecordedEventKind.PoolItemQueued, 3_300, 101) { Number = 12 },
        new(RecordedEventKind.PoolItemTaken, 3_400, 102) { Number = 12 },
        new(RecordedEventKind.PoolResized, 3_500, 103) { Number = 4, Text = "starvation" },
        new(RecordedEventKind.TimerSet, 3_600, 101) { Number = -1, Fields = [new("due", "250")] },
        new(RecordedEventKind.TimerFired, 3_700, 104) { Number = -1 },
    ];

    public static Recording V1 { get; } = new(s_header, [.. s_events1], new RecordingFooter(999_000, new Completeness(15, 3, false, [.. s_unknown]), [.. s_methods]));

    public static Recording V2 { get; } = new(
        s_header,
        [.. s_events1, .. s_events2],
        new RecordingFooter(
            999_000,
            new Completeness(28, 3, true, [.. s_unknown]) { Losses = [new LostEvents(102, 1_800, 2_500, 2), new LostEvents(0, long.MinValue, long.MaxValue, 1)] },
            [.. s_methods]));
}
