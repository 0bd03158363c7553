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
        return Control.Current is { } control && millisecondsTimeout >= Timeout.Infinite
            ? Take(control, semaphore, new WaitLimit(TimeSpan.FromMilliseconds(millisecondsTimeout), site), cancellationToken)
            : semaphore.Wait(millisecondsTimeout, cancellationToken);
    }

    /// <summary>In place of <see cref="SemaphoreSlim.Wait(TimeSpan)"/>.</summary>
    public static bool Wait(SemaphoreSlim semaphore, TimeSpan timeout, string site) => Wait(semaphore, timeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="SemaphoreSlim.Wait(TimeSpan, CancellationToken)"/>.</summary>
    public static bool Wait(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(semaphore);
        return Control.Current is { } control && Waits.IsValid(timeout)
            ? Take(control, semaphore, new WaitLimit(timeout, site), cancellationToken)
            : semaphore.Wait(timeout, cancellationToken);
    }

    /// <summary>In place of <see cref="SemaphoreSlim.Release()"/>.</summary>
    public static int Release(SemaphoreSlim semaphore)
    {
        ArgumentNullException.ThrowIfNull(semaphore);
        Control.Current?.Released(semaphore);
        return semaphore.Release();
    }

    /// <summary>In place of <see cref="SemaphoreSlim.Release(int)"/>.</summary>
    public static int Release(SemaphoreSlim semaphore, int releaseCount)
    {
        ArgumentNullException.ThrowIfNull(semaphore);
        Control.Current?.Released(semaphore);
        return semaphore.Release(releaseCount);
    }

    private static bool Take(IControl control, SemaphoreSlim semaphore, WaitLimit limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        control.Point(PointKind.Acquire, semaphore, limit.Site);
        var isTaken = Waits.Until(
            control,
            () =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return semaphore.Wait(0, CancellationToken.None);
            },
            () => new SemaphoreBlockage(semaphore, cancellationToken),
            limit);
        if (isTaken) control.Acquired(semaphore);
        return isTaken;
    }
}
