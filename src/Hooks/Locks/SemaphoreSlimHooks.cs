namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="SemaphoreSlim"/>: the real one keeps the count, and is never waited for.</summary>
public static class SemaphoreSlimHooks
{
    /// <summary>In place of <see cref="SemaphoreSlim.Wait()"/>.</summary>
    public static void Wait(SemaphoreSlim semaphore, string site) => Wait(semaphore, Timeout.InfiniteTimeSpan, CancellationToken.None, site);

    /// <summary>In place of <see cref="SemaphoreSlim.Wait(CancellationToken)"/>.</summary>
    public static void Wait(SemaphoreSlim semaphore, CancellationToken cancellationToken, string site) =>
        Wait(semaphore, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>In place of <see cref="SemaphoreSlim.Wait(int)"/>.</summary>
    public static bool Wait(SemaphoreSlim semaphore, int millisecondsTimeout, string site) => Wait(semaphore, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="SemaphoreSlim.Wait(int, CancellationToken)"/>.</summary>
    public static bool Wait(SemaphoreSlim semaphore, int millisecondsTimeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(semaphore);
        return Control.Current is { } control && Waits.IsValid(millisecondsTimeout)
            ? SemaphoreWaits.Take(control, semaphore, new WaitLimit(Waits.Of(millisecondsTimeout), site), cancellationToken)
            : semaphore.Wait(millisecondsTimeout, cancellationToken);
    }

    /// <summary>In place of <see cref="SemaphoreSlim.Wait(TimeSpan)"/>.</summary>
    public static bool Wait(SemaphoreSlim semaphore, TimeSpan timeout, string site) => Wait(semaphore, timeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="SemaphoreSlim.Wait(TimeSpan, CancellationToken)"/>.</summary>
    public static bool Wait(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(semaphore);
        return Control.Current is { } control && Waits.IsValid(timeout)
            ? SemaphoreWaits.Take(control, semaphore, new WaitLimit(timeout, site), cancellationToken)
            : semaphore.Wait(timeout, cancellationToken);
    }

    /// <summary>In place of <see cref="SemaphoreSlim.WaitAsync()"/>.</summary>
    public static Task WaitAsync(SemaphoreSlim semaphore, string site) => WaitAsync(semaphore, Timeout.InfiniteTimeSpan, CancellationToken.None, site);

    /// <summary>In place of <see cref="SemaphoreSlim.WaitAsync(CancellationToken)"/>.</summary>
    public static Task WaitAsync(SemaphoreSlim semaphore, CancellationToken cancellationToken, string site) =>
        WaitAsync(semaphore, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>In place of <see cref="SemaphoreSlim.WaitAsync(int)"/>.</summary>
    public static Task<bool> WaitAsync(SemaphoreSlim semaphore, int millisecondsTimeout, string site) =>
        WaitAsync(semaphore, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="SemaphoreSlim.WaitAsync(int, CancellationToken)"/>.</summary>
    public static Task<bool> WaitAsync(SemaphoreSlim semaphore, int millisecondsTimeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(semaphore);
        return Control.Current is { } control && Waits.IsValid(millisecondsTimeout)
            ? SemaphoreWaits.TakeAsync(control, semaphore, new WaitLimit(Waits.Of(millisecondsTimeout), site), cancellationToken)
            : semaphore.WaitAsync(millisecondsTimeout, cancellationToken);
    }

    /// <summary>In place of <see cref="SemaphoreSlim.WaitAsync(TimeSpan)"/>.</summary>
    public static Task<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout, string site) => WaitAsync(semaphore, timeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="SemaphoreSlim.WaitAsync(TimeSpan, CancellationToken)"/>.</summary>
    public static Task<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(semaphore);
        return Control.Current is { } control && Waits.IsValid(timeout)
            ? SemaphoreWaits.TakeAsync(control, semaphore, new WaitLimit(timeout, site), cancellationToken)
            : semaphore.WaitAsync(timeout, cancellationToken);
    }

    /// <summary>In place of <see cref="SemaphoreSlim.Release()"/>.</summary>
    public static int Release(SemaphoreSlim semaphore) => Release(semaphore, 1);

    /// <summary>In place of <see cref="SemaphoreSlim.Release(int)"/>.</summary>
    public static int Release(SemaphoreSlim semaphore, int releaseCount)
    {
        ArgumentNullException.ThrowIfNull(semaphore);
        if (Control.Current is not { } control) return semaphore.Release(releaseCount);
        control.Released(semaphore);
        var before = semaphore.Release(releaseCount);
        control.StateOf<SemaphoreState>(semaphore).Sweep();
        return before;
    }

    /// <summary>In place of <see cref="SemaphoreSlim.CurrentCount"/>.</summary>
    public static int CurrentCount(SemaphoreSlim semaphore, string site)
    {
        ArgumentNullException.ThrowIfNull(semaphore);
        Control.Current?.Point(PointKind.Atomic, semaphore, site);
        return semaphore.CurrentCount;
    }
}
