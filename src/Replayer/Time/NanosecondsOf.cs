namespace ReplayKit.Replayer.Time;

/// <summary>Converts durations to the clock's unit.</summary>
internal static class NanosecondsOf
{
    private const long NanosecondsPerTick = 100;

    /// <summary>The duration in nanoseconds; a negative one counts as none.</summary>
    public static long Delay(TimeSpan delay) => delay <= TimeSpan.Zero ? 0 : checked(delay.Ticks * NanosecondsPerTick);
}
