namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="ReaderWriterLockSlim"/>. The model alone decides: the real one is bound to threads.</summary>
public static class ReaderWriterLockSlimHooks
{
    /// <summary>In place of <see cref="ReaderWriterLockSlim.EnterReadLock"/>.</summary>
    public static void EnterReadLock(ReaderWriterLockSlim gate, string site) => TryEnterReadLock(gate, Timeout.InfiniteTimeSpan, site);

    /// <summary>In place of <see cref="ReaderWriterLockSlim.TryEnterReadLock(int)"/>.</summary>
    public static bool TryEnterReadLock(ReaderWriterLockSlim gate, int millisecondsTimeout, string site)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Waits.IsValid(millisecondsTimeout) ? TryEnterReadLock(gate, Waits.Of(millisecondsTimeout), site) : gate.TryEnterReadLock(millisecondsTimeout);
    }

    /// <summary>In place of <see cref="ReaderWriterLockSlim.TryEnterReadLock(TimeSpan)"/>.</summary>
    public static bool TryEnterReadLock(ReaderWriterLockSlim gate, TimeSpan timeout, string site)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Control.Current is { } control && Waits.IsValid(timeout)
            ? ReadWriteLocks.Take(control, gate, ReadWriteMode.Read, new WaitLimit(timeout, site))
            : gate.TryEnterReadLock(timeout);
    }

    /// <summary>In place of <see cref="ReaderWriterLockSlim.ExitReadLock"/>.</summary>
    public static void ExitReadLock(ReaderWriterLockSlim gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        if (Control.Current is { } control) ReadWriteLocks.GiveBack(control, gate, ReadWriteMode.Read);
        else gate.ExitReadLock();
    }

    /// <summary>In place of <see cref="ReaderWriterLockSlim.EnterUpgradeableReadLock"/>.</summary>
    public static void EnterUpgradeableReadLock(ReaderWriterLockSlim gate, string site) => TryEnterUpgradeableReadLock(gate, Timeout.InfiniteTimeSpan, site);

    /// <summary>In place of <see cref="ReaderWriterLockSlim.TryEnterUpgradeableReadLock(int)"/>.</summary>
    public static bool TryEnterUpgradeableReadLock(ReaderWriterLockSlim gate, int millisecondsTimeout, string site)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Waits.IsValid(millisecondsTimeout) ? TryEnterUpgradeableReadLock(gate, Waits.Of(millisecondsTimeout), site) : gate.TryEnterUpgradeableReadLock(millisecondsTimeout);
    }

    /// <summary>In place of <see cref="ReaderWriterLockSlim.TryEnterUpgradeableReadLock(TimeSpan)"/>.</summary>
    public static bool TryEnterUpgradeableReadLock(ReaderWriterLockSlim gate, TimeSpan timeout, string site)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Control.Current is { } control && Waits.IsValid(timeout)
            ? ReadWriteLocks.Take(control, gate, ReadWriteMode.Upgrade, new WaitLimit(timeout, site))
            : gate.TryEnterUpgradeableReadLock(timeout);
    }

    /// <summary>In place of <see cref="ReaderWriterLockSlim.ExitUpgradeableReadLock"/>.</summary>
    public static void ExitUpgradeableReadLock(ReaderWriterLockSlim gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        if (Control.Current is { } control) ReadWriteLocks.GiveBack(control, gate, ReadWriteMode.Upgrade);
        else gate.ExitUpgradeableReadLock();
    }

    /// <summary>In place of <see cref="ReaderWriterLockSlim.EnterWriteLock"/>.</summary>
    public static void EnterWriteLock(ReaderWriterLockSlim gate, string site) => TryEnterWriteLock(gate, Timeout.InfiniteTimeSpan, site);

    /// <summary>In place of <see cref="ReaderWriterLockSlim.TryEnterWriteLock(int)"/>.</summary>
    public static bool TryEnterWriteLock(ReaderWriterLockSlim gate, int millisecondsTimeout, string site)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Waits.IsValid(millisecondsTimeout) ? TryEnterWriteLock(gate, Waits.Of(millisecondsTimeout), site) : gate.TryEnterWriteLock(millisecondsTimeout);
    }

    /// <summary>In place of <see cref="ReaderWriterLockSlim.TryEnterWriteLock(TimeSpan)"/>.</summary>
    public static bool TryEnterWriteLock(ReaderWriterLockSlim gate, TimeSpan timeout, string site)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Control.Current is { } control && Waits.IsValid(timeout)
            ? ReadWriteLocks.Take(control, gate, ReadWriteMode.Write, new WaitLimit(timeout, site))
            : gate.TryEnterWriteLock(timeout);
    }

    /// <summary>In place of <see cref="ReaderWriterLockSlim.ExitWriteLock"/>.</summary>
    public static void ExitWriteLock(ReaderWriterLockSlim gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        if (Control.Current is { } control) ReadWriteLocks.GiveBack(control, gate, ReadWriteMode.Write);
        else gate.ExitWriteLock();
    }

    /// <summary>In place of <see cref="ReaderWriterLockSlim.IsReadLockHeld"/>.</summary>
    public static bool IsReadLockHeld(ReaderWriterLockSlim gate) => Own(gate) is { } hold ? hold.Reads > 0 : gate.IsReadLockHeld;

    /// <summary>In place of <see cref="ReaderWriterLockSlim.IsUpgradeableReadLockHeld"/>.</summary>
    public static bool IsUpgradeableReadLockHeld(ReaderWriterLockSlim gate) => Own(gate) is { } hold ? hold.Upgrades > 0 : gate.IsUpgradeableReadLockHeld;

    /// <summary>In place of <see cref="ReaderWriterLockSlim.IsWriteLockHeld"/>.</summary>
    public static bool IsWriteLockHeld(ReaderWriterLockSlim gate) => Own(gate) is { } hold ? hold.Writes > 0 : gate.IsWriteLockHeld;

    /// <summary>In place of <see cref="ReaderWriterLockSlim.RecursiveReadCount"/>.</summary>
    public static int RecursiveReadCount(ReaderWriterLockSlim gate) => Own(gate) is { } hold ? hold.Reads : gate.RecursiveReadCount;

    /// <summary>In place of <see cref="ReaderWriterLockSlim.RecursiveUpgradeCount"/>.</summary>
    public static int RecursiveUpgradeCount(ReaderWriterLockSlim gate) => Own(gate) is { } hold ? hold.Upgrades : gate.RecursiveUpgradeCount;

    /// <summary>In place of <see cref="ReaderWriterLockSlim.RecursiveWriteCount"/>.</summary>
    public static int RecursiveWriteCount(ReaderWriterLockSlim gate) => Own(gate) is { } hold ? hold.Writes : gate.RecursiveWriteCount;

    /// <summary>In place of <see cref="ReaderWriterLockSlim.WaitingReadCount"/>.</summary>
    public static int WaitingReadCount(ReaderWriterLockSlim gate, string site) =>
        Look(gate, site) is { } state ? state.Waiting(ReadWriteMode.Read) : gate.WaitingReadCount;

    /// <summary>In place of <see cref="ReaderWriterLockSlim.WaitingUpgradeCount"/>.</summary>
    public static int WaitingUpgradeCount(ReaderWriterLockSlim gate, string site) =>
        Look(gate, site) is { } state ? state.Waiting(ReadWriteMode.Upgrade) : gate.WaitingUpgradeCount;

    /// <summary>In place of <see cref="ReaderWriterLockSlim.WaitingWriteCount"/>.</summary>
    public static int WaitingWriteCount(ReaderWriterLockSlim gate, string site) =>
        Look(gate, site) is { } state ? state.Waiting(ReadWriteMode.Write) : gate.WaitingWriteCount;

    /// <summary>In place of <see cref="ReaderWriterLockSlim.CurrentReadCount"/>.</summary>
    public static int CurrentReadCount(ReaderWriterLockSlim gate, string site) => Look(gate, site) is { } state ? state.Readers : gate.CurrentReadCount;

    /// <summary>In place of <see cref="ReaderWriterLockSlim.Dispose"/>.</summary>
    /// <exception cref="SynchronizationLockException">It is held or waited for.</exception>
    public static void Dispose(ReaderWriterLockSlim gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        if (Control.Current is { } control && control.StateOf<ReadWriteState>(gate) is var state && (state.IsHeld || state.IsWaitedFor))
            throw new SynchronizationLockException("The lock is being disposed while still being used. It either is being held by a thread and/or has active waiters waiting to acquire the lock.");
        gate.Dispose();
    }

    private static ReadWriteHold? Own(ReaderWriterLockSlim gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Control.Current is { } control ? control.StateOf<ReadWriteState>(gate).HoldOf(control.Execution) : null;
    }

    private static ReadWriteState? Look(ReaderWriterLockSlim gate, string site)
    {
        ArgumentNullException.ThrowIfNull(gate);
        if (Control.Current is not { } control) return null;
        control.Point(PointKind.Atomic, gate, site);
        return control.StateOf<ReadWriteState>(gate);
    }
}
