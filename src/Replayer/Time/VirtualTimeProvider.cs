namespace ReplayKit.Replayer.Time;

/// <summary>The virtual clock in the form that .NET code reads.</summary>
/// <param name="clock">The clock.</param>
/// <param name="timers">Runs timer callbacks as steps of the operation that made the timer.</param>
public sealed class VirtualTimeProvider(VirtualClock clock, ITimerSteps timers) : TimeProvider
{
    private const long NanosecondsPerTick = 100;
    private const long NanosecondsPerSecond = 1_000_000_000;

    // The machine has been up for a day: code takes a timestamp of 0 for one that was never set.
    private const long UptimeNs = 86_400 * NanosecondsPerSecond;

    /// <inheritdoc/>
    public override long TimestampFrequency => System.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => clock.OriginUtc.AddTicks(clock.NowNs / NanosecondsPerTick);

    /// <inheritdoc/>
    public override long GetTimestamp() => (long)((Int128)(UptimeNs + clock.NowNs) * TimestampFrequency / NanosecondsPerSecond);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(clock, timers, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }
}
