using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Time: delays, timers and clocks.</summary>
internal static class TimeRows
{
    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        Virtual("System.Threading.Tasks.Task", "Delay"),
        Virtual("System.TimeProvider", "get_System"),
        Virtual("System.DateTime", "get_UtcNow", "DateTimeHooks"),
        Virtual("System.DateTime", "get_Now", "DateTimeHooks"),
        Virtual("System.DateTime", "get_Today", "DateTimeHooks"),
        Virtual("System.DateTimeOffset", "get_UtcNow", "DateTimeOffsetHooks"),
        Virtual("System.DateTimeOffset", "get_Now", "DateTimeOffsetHooks"),
        Virtual("System.Environment", "get_TickCount64"),
        Virtual("System.Environment", "get_TickCount"),
        Virtual("System.Diagnostics.Stopwatch", "GetTimestamp"),
        Virtual("System.Diagnostics.Stopwatch", "GetElapsedTime"),
    ];

    private static ApiRow Virtual(string type, string member, string hooks = "TimeHooks") => new(type, member, ApiControl.Virtualised) { Hooks = hooks };
}
