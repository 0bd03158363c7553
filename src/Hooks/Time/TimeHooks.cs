using System.Diagnostics;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the clock and of delays: virtual time under control, the real thing elsewhere.</summary>
public static class TimeHooks
{
    // The longest delay that the runtime takes. What is out of range goes there, to be refused in its words.
    private const double DelayMsMax = uint.MaxValue - 1;
    private const long MillisecondsPerSecond = 1000;

    /// <summary>In place of <see cref="Task.Delay(int)"/>.</summary>
    public static Task Delay(int millisecondsDelay) => Delay(millisecondsDelay, CancellationToken.None);

    /// <summary>In place of <see cref="Task.Delay(int, CancellationToken)"/>.</summary>
    public static Task Delay(int millisecondsDelay, CancellationToken cancellationToken) =>
        Control.Current is { } control && millisecondsDelay >= Timeout.Infinite
            ? control.Delay(TimeSpan.FromMilliseconds(millisecondsDelay), cancellationToken)
            : Task.Delay(millisecondsDelay, cancellationToken);

    /// <summary>In place of <see cref="Task.Delay(TimeSpan)"/>.</summary>
    public static Task Delay(TimeSpan delay) => Delay(delay, CancellationToken.None);

    /// <summary>In place of <see cref="Task.Delay(TimeSpan, CancellationToken)"/>.</summary>
    public static Task Delay(TimeSpan delay, CancellationToken cancellationToken) =>
        Control.Current is { } control && (delay == Timeout.InfiniteTimeSpan || delay.TotalMilliseconds is >= 0 and <= DelayMsMax)
            ? control.Delay(delay, cancellationToken)
            : Task.Delay(delay, cancellationToken);

    /// <summary>In place of <see cref="Task.Delay(TimeSpan, TimeProvider)"/>.</summary>
    public static Task Delay(TimeSpan delay, TimeProvider timeProvider) => Delay(delay, timeProvider, CancellationToken.None);

    /// <summary>In place of <see cref="Task.Delay(TimeSpan, TimeProvider, CancellationToken)"/>. A provider of the program's own is left alone.</summary>
    public static Task Delay(TimeSpan delay, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        // Not installed, the control's clock is null as well.
        ArgumentNullException.ThrowIfNull(timeProvider);
        return IsSystem(timeProvider) ? Delay(delay, cancellationToken) : Task.Delay(delay, timeProvider, cancellationToken);
    }

    /// <summary>In place of <see cref="TimeProvider.System"/>.</summary>
    public static TimeProvider System => HookTimeProvider.Instance;

    /// <summary>In place of <see cref="Environment.TickCount64"/>, in milliseconds.</summary>
    public static long TickCount64 =>
        Control.Current is { } control ? TimestampIn(control, MillisecondsPerSecond) : Environment.TickCount64;

    /// <summary>In place of <see cref="Environment.TickCount"/>, in milliseconds.</summary>
    public static int TickCount => Control.Current is null ? Environment.TickCount : unchecked((int)TickCount64);

    /// <summary>In place of <see cref="Stopwatch.GetTimestamp"/>, in ticks of <see cref="Stopwatch.Frequency"/>.</summary>
    public static long GetTimestamp() =>
        Control.Current is { } control ? TimestampIn(control, Stopwatch.Frequency) : Stopwatch.GetTimestamp();

    /// <summary>Whether it is the system's clock: the real one, ours in its place, or that of the control.</summary>
    internal static bool IsSystem(TimeProvider timeProvider) =>
        timeProvider == TimeProvider.System || timeProvider is HookTimeProvider || timeProvider == Control.Current?.Time;

    /// <summary>In place of <see cref="Stopwatch.GetElapsedTime(long, long)"/>.</summary>
    public static TimeSpan GetElapsedTime(long startingTimestamp, long endingTimestamp) => Stopwatch.GetElapsedTime(startingTimestamp, endingTimestamp);

    /// <summary>In place of <see cref="Stopwatch.GetElapsedTime(long)"/>.</summary>
    public static TimeSpan GetElapsedTime(long startingTimestamp) => Stopwatch.GetElapsedTime(startingTimestamp, GetTimestamp());

    // In whole numbers: a duration that passes through a double loses its last digit.
    private static long TimestampIn(IControl control, long unitsPerSecond) => (long)((Int128)control.Time.GetTimestamp() * unitsPerSecond / control.Time.TimestampFrequency);
}
