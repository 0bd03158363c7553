namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="CountdownEvent"/>: the real one keeps the count, and is never waited for.</summary>
public static class CountdownEventHooks
{
    /// <summary>In place of <see cref="CountdownEvent.Wait()"/>.</summary>
    public static void Wait(CountdownEvent countdown, string site) => Wait(countdown, Timeout.InfiniteTimeSpan, CancellationToken.None, site);

    /// <summary>In place of <see cref="CountdownEvent.Wait(CancellationToken)"/>.</summary>
    public static void Wait(CountdownEvent countdown, CancellationToken cancellationToken, string site) =>
        Wait(countdown, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>In place of <see cref="CountdownEvent.Wait(int)"/>.</summary>
    public static bool Wait(CountdownEvent countdown, int millisecondsTimeout, string site) => Wait(countdown, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="CountdownEvent.Wait(int, CancellationToken)"/>.</summary>
    public static bool Wait(CountdownEvent countdown, int millisecondsTimeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(countdown);
        return Control.Current is not null && Waits.IsValid(millisecondsTimeout)
            ? Wait(countdown, Waits.Of(millisecondsTimeout), cancellationToken, site)
            : countdown.Wait(millisecondsTimeout, cancellationToken);
    }

    /// <summary>In place of <see cref="CountdownEvent.Wait(TimeSpan)"/>.</summary>
    public static bool Wait(CountdownEvent countdown, TimeSpan timeout, string site) => Wait(countdown, timeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="CountdownEvent.Wait(TimeSpan, CancellationToken)"/>.</summary>
    public static bool Wait(CountdownEvent countdown, TimeSpan timeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(countdown);
        if (Control.Current is not { } control || !Waits.IsValid(timeout)) return countdown.Wait(timeout, cancellationToken);
        control.Point(PointKind.Wait, countdown, site);
        if (countdown.Wait(0, cancellationToken)) return Signals.Acquired(control, countdown);
        return Signals.Wait(control, new Signal("countdown", countdown, () => countdown.IsSet), new WaitLimit(timeout, site), cancellationToken);
    }

    /// <summary>In place of <see cref="CountdownEvent.Signal()"/>.</summary>
    public static bool Signal(CountdownEvent countdown, string site) => Signal(countdown, 1, site);

    /// <summary>In place of <see cref="CountdownEvent.Signal(int)"/>.</summary>
    public static bool Signal(CountdownEvent countdown, int signalCount, string site)
    {
        ArgumentNullException.ThrowIfNull(countdown);
        Signals.BeforeSignal(countdown, site);
        return countdown.Signal(signalCount);
    }

    /// <summary>In place of <see cref="CountdownEvent.AddCount()"/>.</summary>
    public static void AddCount(CountdownEvent countdown, string site) => AddCount(countdown, 1, site);

    /// <summary>In place of <see cref="CountdownEvent.AddCount(int)"/>.</summary>
    public static void AddCount(CountdownEvent countdown, int signalCount, string site) => Touch(countdown, site).AddCount(signalCount);

    /// <summary>In place of <see cref="CountdownEvent.TryAddCount()"/>.</summary>
    public static bool TryAddCount(CountdownEvent countdown, string site) => TryAddCount(countdown, 1, site);

    /// <summary>In place of <see cref="CountdownEvent.TryAddCount(int)"/>.</summary>
    public static bool TryAddCount(CountdownEvent countdown, int signalCount, string site) => Touch(countdown, site).TryAddCount(signalCount);

    /// <summary>In place of <see cref="CountdownEvent.Reset()"/>.</summary>
    public static void Reset(CountdownEvent countdown, string site) => Touch(countdown, site).Reset();

    /// <summary>In place of <see cref="CountdownEvent.Reset(int)"/>.</summary>
    public static void Reset(CountdownEvent countdown, int count, string site) => Touch(countdown, site).Reset(count);

    /// <summary>In place of <see cref="CountdownEvent.IsSet"/>.</summary>
    public static bool IsSet(CountdownEvent countdown, string site) => Touch(countdown, site).IsSet && Signals.AcquiredHere(countdown);

    /// <summary>In place of <see cref="CountdownEvent.CurrentCount"/>.</summary>
    public static int CurrentCount(CountdownEvent countdown, string site) => Touch(countdown, site).CurrentCount;

    private static CountdownEvent Touch(CountdownEvent countdown, string site)
    {
        ArgumentNullException.ThrowIfNull(countdown);
        Control.Current?.Point(PointKind.Atomic, countdown, site);
        return countdown;
    }
}
