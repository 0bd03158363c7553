namespace ReplayKit.Hooks;

/// <summary>The system clock, as woven code sees it: virtual inside a controlled operation, real elsewhere.</summary>
/// <remarks>Services register <see cref="TimeProvider.System"/> while they start, outside control, and use it inside: so it decides at each call.</remarks>
internal sealed class HookTimeProvider : TimeProvider
{
    private HookTimeProvider()
    {
    }

    public static HookTimeProvider Instance { get; } = new();

    public override long TimestampFrequency => Now.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => Now.LocalTimeZone;

    private static TimeProvider Now => Control.Current?.Time ?? System;

    public override DateTimeOffset GetUtcNow() => Now.GetUtcNow();

    public override long GetTimestamp() => Now.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Now.CreateTimer(callback, state, dueTime, period);
}
