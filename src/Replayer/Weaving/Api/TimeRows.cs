using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Time: delays, timers and clocks.</summary>
internal static class TimeRows
{
    private const string Timer = "System.Threading.Timer";
    private const string SystemTimer = "System.Timers.Timer";
    private const string Periodic = "System.Threading.PeriodicTimer";
    private const string Provider = "System.TimeProvider";
    private const string ProviderTasks = "System.Threading.Tasks.TimeProviderTaskExtensions";
    private const string Stopwatch = "System.Diagnostics.Stopwatch";
    private const string OutsideTimer = "One that was made outside control ticks outside control, in real time, until it is changed under control";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        Virtual("System.Threading.Tasks.Task", "Delay"),
        Virtual("System.DateTime", "get_UtcNow", "DateTimeHooks"),
        Virtual("System.DateTime", "get_Now", "DateTimeHooks") with { Reason = "Virtual time is in UTC, on every machine" },
        Virtual("System.DateTime", "get_Today", "DateTimeHooks"),
        Virtual("System.DateTimeOffset", "get_UtcNow", "DateTimeOffsetHooks"),
        Virtual("System.DateTimeOffset", "get_Now", "DateTimeOffsetHooks"),
        Virtual("System.Environment", "get_TickCount64"),
        Virtual("System.Environment", "get_TickCount"),
        .. Timers,
        .. Providers,
        .. Stopwatches,
    ];

    private static ImmutableArray<ApiRow> Timers =>
    [
        Virtual(Timer, ".ctor", "TimerHooks") with { Reason = "Each tick is an operation of its own and may overlap an earlier one; the garbage collector stops none" },
        Virtual(Timer, "Change", "TimerHooks") with { Reason = OutsideTimer },
        Virtual(Timer, "Dispose", "TimerHooks"),
        Virtual(Timer, "DisposeAsync", "TimerHooks"),
        Virtual(Timer, "get_ActiveCount", "TimerHooks"),
        Harmless(Timer, "*", "Nothing of it waits or ticks"),
        Virtual("System.Threading.ITimer", "Change", "TimerHooks"),
        Virtual(SystemTimer, "get_Enabled", "SystemTimerHooks") with { Reason = "Each Elapsed is an operation of its own, or goes to the SynchronizingObject; what a handler throws is dropped, as it is" },
        Virtual(SystemTimer, "set_Enabled", "SystemTimerHooks"),
        Virtual(SystemTimer, "set_Interval", "SystemTimerHooks"),
        Virtual(SystemTimer, "set_AutoReset", "SystemTimerHooks"),
        Virtual(SystemTimer, "Start", "SystemTimerHooks"),
        Virtual(SystemTimer, "Stop", "SystemTimerHooks"),
        Virtual(SystemTimer, "Close", "SystemTimerHooks"),
        Refused(SystemTimer, "BeginInit", "A designer's timer starts at EndInit, in real time"),
        Refused(SystemTimer, "EndInit", "A designer's timer starts at EndInit, in real time"),
        Harmless(SystemTimer, "*", "The real one keeps interval, handlers and SynchronizingObject, and is never enabled under control"),
        Harmless("System.Timers.ElapsedEventArgs", "*", "A time"),
        Virtual(Periodic, ".ctor", "PeriodicTimerHooks") with { Reason = "The real one, on virtual time; one that was made outside control ticks in real time" },
        Harmless(Periodic, "*", "Its timer is on virtual time"),
        Harmless("System.Threading.TimerCallback", "*", "A delegate"),
        Harmless("System.Threading.Timeout", "*", "Constants"),
    ];

    private static ImmutableArray<ApiRow> Providers =>
    [
        Virtual(Provider, "get_System") with { Reason = "It decides at each call: virtual inside control, real outside" },
        Harmless(Provider, "*", "The system's is replaced, and one of the program's own decides for itself"),
        Virtual(ProviderTasks, "Delay", "TimeProviderTaskHooks"),
        Virtual(ProviderTasks, "WaitAsync", "TimeProviderTaskHooks"),
        Virtual(ProviderTasks, "CreateCancellationTokenSource", "TimeProviderTaskHooks"),
    ];

    private static ImmutableArray<ApiRow> Stopwatches =>
    [
        Virtual(Stopwatch, "GetTimestamp"),
        Virtual(Stopwatch, "GetElapsedTime"),
        Virtual(Stopwatch, "StartNew", "StopwatchHooks"),
        Virtual(Stopwatch, "Start", "StopwatchHooks"),
        Virtual(Stopwatch, "Stop", "StopwatchHooks"),
        Virtual(Stopwatch, "Reset", "StopwatchHooks"),
        Virtual(Stopwatch, "Restart", "StopwatchHooks"),
        Virtual(Stopwatch, "get_IsRunning", "StopwatchHooks"),
        Virtual(Stopwatch, "get_Elapsed", "StopwatchHooks") with { Reason = "One that was made outside control counts under control from 0" },
        Virtual(Stopwatch, "get_ElapsedMilliseconds", "StopwatchHooks"),
        Virtual(Stopwatch, "get_ElapsedTicks", "StopwatchHooks"),
        Harmless(Stopwatch, "*", "It does not run before it is started"),
    ];

    private static ApiRow Virtual(string type, string member, string hooks = "TimeHooks") => new(type, member, ApiControl.Virtualised) { Hooks = hooks };

    private static ApiRow Harmless(string type, string member, string reason) => new(type, member, ApiControl.Harmless) { Reason = reason };

    private static ApiRow Refused(string type, string member, string reason) => new(type, member, ApiControl.Refused) { Reason = reason };
}
