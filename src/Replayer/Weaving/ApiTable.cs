using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving;

/// <summary>The calls that woven code makes elsewhere. Instance members take their receiver as the hook's first argument.</summary>
public static class ApiTable
{
    /// <summary>The rows.</summary>
    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        new("System.Threading.Tasks.Task::Delay(System.Int32)", "TimeHooks.Delay"),
        new("System.Threading.Tasks.Task::Delay(System.Int32,System.Threading.CancellationToken)", "TimeHooks.Delay"),
        new("System.Threading.Tasks.Task::Delay(System.TimeSpan)", "TimeHooks.Delay"),
        new("System.Threading.Tasks.Task::Delay(System.TimeSpan,System.Threading.CancellationToken)", "TimeHooks.Delay"),
        new("System.Threading.Tasks.Task::Delay(System.TimeSpan,System.TimeProvider)", "TimeHooks.Delay"),
        new("System.Threading.Tasks.Task::Delay(System.TimeSpan,System.TimeProvider,System.Threading.CancellationToken)", "TimeHooks.Delay"),
        new("System.TimeProvider::get_System()", "TimeHooks.get_SystemProvider"),
        new("System.DateTime::get_UtcNow()", "TimeHooks.get_DateTimeUtcNow"),
        new("System.DateTime::get_Now()", "TimeHooks.get_DateTimeNow"),
        new("System.DateTime::get_Today()", "TimeHooks.get_DateTimeToday"),
        new("System.DateTimeOffset::get_UtcNow()", "TimeHooks.get_DateTimeOffsetUtcNow"),
        new("System.DateTimeOffset::get_Now()", "TimeHooks.get_DateTimeOffsetNow"),
        new("System.Environment::get_TickCount64()", "TimeHooks.get_TickCount64"),
        new("System.Environment::get_TickCount()", "TimeHooks.get_TickCount"),
        new("System.Diagnostics.Stopwatch::GetTimestamp()", "TimeHooks.Timestamp"),
        new("System.Diagnostics.Stopwatch::GetElapsedTime(System.Int64)", "TimeHooks.ElapsedSince"),
    ];
}
