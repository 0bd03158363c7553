namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Semaphore"/>: the real one keeps the count, and is never waited for.</summary>
public static class SemaphoreHooks
{
    /// <summary>In place of <see cref="Semaphore.Release()"/>.</summary>
    public static int Release(Semaphore semaphore) => Release(semaphore, 1);

    /// <summary>In place of <see cref="Semaphore.Release(int)"/>.</summary>
    public static int Release(Semaphore semaphore, int releaseCount)
    {
        ArgumentNullException.ThrowIfNull(semaphore);
        Control.Current?.Released(semaphore);
        return semaphore.Release(releaseCount);
    }
}
