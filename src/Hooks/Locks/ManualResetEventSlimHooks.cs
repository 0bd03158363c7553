namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="ManualResetEventSlim"/>: the real one keeps the state, and is never waited for.</summary>
public static class ManualResetEventSlimHooks
{
    /// <summary>In place of <see cref="ManualResetEventSlim.Wait()"/>.</summary>
    public static void Wait(ManualResetEventSlim signal, string site) => Wait(signal, Timeout.InfiniteTimeSpan, CancellationToken.None, site);

    /// <summary>In place of <see cref="ManualResetEventSlim.Wait(CancellationToken)"/>.</summary>
    public static void Wait(ManualResetEventSlim signal, CancellationToken cancellationToken, string site) =>
        Wait(signal, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>In place of <see cref="ManualResetEventSlim.Wait(int)"/>.</summary>
    public static bool Wait(ManualResetEventSlim signal, int millisecondsTimeout, string site) => Wait(signal, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="ManualResetEventSlim.Wait(int, CancellationToken)"/>.</summary>
    public static bool Wait(ManualResetEventSlim signal, int millisecondsTimeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return Control.Current is not null && Waits.IsValid(millisecondsTimeout)
            ? Wait(signal, Waits.Of(millisecondsTimeout), cancellationToken, site)
            : signal.Wait(millisecondsTimeout, cancellationToken);
    }

    /// <summary>In place of <see cref="ManualResetEventSlim.Wait(TimeSpan)"/>.</summary>
    public static bool Wait(ManualResetEventSlim signal, TimeSpan timeout, string site) => Wait(signal, timeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="ManualResetEventSlim.Wait(TimeSpan, CancellationToken)"/>.</summary>
    public static bool Wait(ManualResetEventSlim signal, TimeSpan timeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (Control.Current is not { } control || !Waits.IsValid(timeout)) return signal.Wait(timeout, cancellationToken);
        control.Point(PointKind.Wait, signal, site);
        if (signal.Wait(0, cancellationToken)) return Signals.Acquired(control, signal);
        return Signals.Wait(control, new Signal("event", signal, () => signal.IsSet), new WaitLimit(timeout, site), cancellationToken);
    }

    /// <summary>In place of <see cref="ManualResetEventSlim.Set"/>.</summary>
    public static void Set(ManualResetEventSlim signal, string site)
    {
        ArgumentNullException.ThrowIfNull(signal);
        Signals.BeforeSignal(signal, site);
        signal.Set();
    }

    /// <summary>In place of <see cref="ManualResetEventSlim.Reset"/>.</summary>
    public static void Reset(ManualResetEventSlim signal, string site)
    {
        ArgumentNullException.ThrowIfNull(signal);
        Control.Current?.Point(PointKind.Atomic, signal, site);
        signal.Reset();
    }

    /// <summary>In place of <see cref="ManualResetEventSlim.IsSet"/>.</summary>
    public static bool IsSet(ManualResetEventSlim signal, string site)
    {
        ArgumentNullException.ThrowIfNull(signal);
        Control.Current?.Point(PointKind.Atomic, signal, site);
        return signal.IsSet && Signals.AcquiredHere(signal);
    }
}
