namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the constructors of <see cref="PeriodicTimer"/>: the real one, on virtual time.</summary>
public static class PeriodicTimerHooks
{
    /// <summary>In place of the constructor.</summary>
    public static PeriodicTimer Create(TimeSpan period) => Control.Current is { } control ? Make(period, control.Time) : new PeriodicTimer(period);

    /// <summary>In place of the constructor. A provider of the program's own is left alone.</summary>
    public static PeriodicTimer Create(TimeSpan period, TimeProvider timeProvider) =>
        Control.Current is { } control && timeProvider is not null && TimeHooks.IsSystem(timeProvider) ? Make(period, control.Time) : new PeriodicTimer(period, timeProvider!);

    private static PeriodicTimer Make(TimeSpan period, TimeProvider time)
    {
        var timer = new PeriodicTimer(period, time);
        // Its finalizer stops the ticks at any time.
#pragma warning disable CA1816 // It is ours to keep.
        GC.SuppressFinalize(timer);
#pragma warning restore CA1816
        return timer;
    }
}
