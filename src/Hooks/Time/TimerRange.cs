namespace ReplayKit.Hooks;

/// <summary>Which times the runtime's timers take. What is out of range goes to the runtime, to be refused in its words.</summary>
internal static class TimerRange
{
    private const long MillisecondsMax = uint.MaxValue - 1;

    public static bool Holds(long milliseconds) => milliseconds is >= Timeout.Infinite and <= MillisecondsMax;

    public static bool Holds(TimeSpan time) => Holds((long)time.TotalMilliseconds);

    /// <summary>What a timer makes of it: whole milliseconds.</summary>
    public static TimeSpan Of(long milliseconds) => milliseconds == Timeout.Infinite ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>What a timer makes of an unsigned time.</summary>
    public static TimeSpan Of(uint milliseconds) => milliseconds == uint.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>What a timer makes of it: whole milliseconds.</summary>
    public static TimeSpan Of(TimeSpan time) => Of((long)time.TotalMilliseconds);
}
