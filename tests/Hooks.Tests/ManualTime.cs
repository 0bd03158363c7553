namespace Hooks.Tests;

/// <summary>A clock that stands where it is put, with a frequency of its own. It keeps the timers that are asked of it, and fires none.</summary>
internal sealed class ManualTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);

    public DateTimeOffset UtcNow { get; set; } = Start;

    /// <summary>What has passed since timestamp 0.</summary>
    public TimeSpan Elapsed { get; set; } = TimeSpan.FromSeconds(90);

    public List<(TimeSpan DueTime, TimeSpan Period)> Timers { get; } = [];

    public override long TimestampFrequency => 1000;

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("Manual", TimeSpan.FromHours(3), "Manual", "Manual");

    public override DateTimeOffset GetUtcNow() => UtcNow;

    public override long GetTimestamp() => (long)Elapsed.TotalMilliseconds;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timers.Add((dueTime, period));
        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
