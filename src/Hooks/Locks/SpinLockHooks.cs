using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="SpinLock"/>. Nobody spins: the lock's own field carries the number of the hold, and the model knows its owner.</summary>
/// <remarks>So a copy of a held lock is held on its own, as it is in reality.</remarks>
public static class SpinLockHooks
{
    // As the runtime has it: the sign says that owners are not tracked, and then the lowest bit that the lock is held.
    private const int UntrackedFlag = int.MinValue;

    /// <summary>In place of <see cref="SpinLock.Enter"/>.</summary>
    public static void Enter(ref SpinLock spin, ref bool lockTaken, string site) => TryEnter(ref spin, Timeout.InfiniteTimeSpan, ref lockTaken, site);

    /// <summary>In place of <see cref="SpinLock.TryEnter(ref bool)"/>.</summary>
    public static void TryEnter(ref SpinLock spin, ref bool lockTaken, string site) => TryEnter(ref spin, TimeSpan.Zero, ref lockTaken, site);

    /// <summary>In place of <see cref="SpinLock.TryEnter(int, ref bool)"/>.</summary>
    public static void TryEnter(ref SpinLock spin, int millisecondsTimeout, ref bool lockTaken, string site)
    {
        if (Waits.IsValid(millisecondsTimeout)) TryEnter(ref spin, Waits.Of(millisecondsTimeout), ref lockTaken, site);
        else spin.TryEnter(millisecondsTimeout, ref lockTaken);
    }

    /// <summary>In place of <see cref="SpinLock.TryEnter(TimeSpan, ref bool)"/>.</summary>
    public static void TryEnter(ref SpinLock spin, TimeSpan timeout, ref bool lockTaken, string site)
    {
        if (Control.Current is { } control && !lockTaken && Waits.IsValid(timeout)) lockTaken = Take(control, ref spin, new WaitLimit(timeout, site));
        else spin.TryEnter(timeout, ref lockTaken);
    }

    /// <summary>In place of <see cref="SpinLock.Exit()"/>.</summary>
    public static void Exit(ref SpinLock spin) => Exit(ref spin, true);

    /// <summary>In place of <see cref="SpinLock.Exit(bool)"/>.</summary>
    public static void Exit(ref SpinLock spin, bool useMemoryBarrier)
    {
        if (Control.Current is not { } control)
        {
            spin.Exit(useMemoryBarrier);
            return;
        }

        var number = NumberIn(ref spin);
        if (spin.IsThreadOwnerTrackingEnabled && HoldOf(control, number)?.Holder != control.Execution) throw new SynchronizationLockException();
        // Which lock it is nobody can tell while it is free: those of a run are one in what they order.
        control.Released(control.StateOf<SpinHolds>(control));
        control.StateOf<SpinHolds>(control).End(number);
        OwnerIn(ref spin) &= UntrackedFlag;
    }

    /// <summary>In place of <see cref="SpinLock.IsHeld"/>.</summary>
    public static bool IsHeld(ref SpinLock spin, string site)
    {
        Control.Current?.Point(PointKind.Atomic, null, site);
        return spin.IsHeld;
    }

    /// <summary>In place of <see cref="SpinLock.IsHeldByCurrentThread"/>.</summary>
    public static bool IsHeldByCurrentThread(ref SpinLock spin) =>
        Control.Current is { } control && spin.IsThreadOwnerTrackingEnabled
            ? HoldOf(control, NumberIn(ref spin))?.Holder == control.Execution
            : spin.IsHeldByCurrentThread;

    private static bool Take(IControl control, ref SpinLock spin, WaitLimit limit)
    {
        control.Point(PointKind.Acquire, null, limit.Site);
        var execution = control.Execution;
        var until = limit.Timeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : limit.Timeout;
        var started = control.Time.GetTimestamp();
        while (spin.IsHeld)
        {
            var hold = HoldOf(control, NumberIn(ref spin));
            if (spin.IsThreadOwnerTrackingEnabled && hold?.Holder == execution) throw new LockRecursionException("The calling thread already holds the lock.");
            var left = until == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : until - control.Time.GetElapsedTime(started);
            if (left != Timeout.InfiniteTimeSpan && left <= TimeSpan.Zero) return false;
            control.Block(hold is null ? new SignalBlockage("spin lock", null, static () => false) : hold, left, limit.Site);
        }

        var number = control.StateOf<SpinHolds>(control).Begin(execution, limit.Site);
        OwnerIn(ref spin) = spin.IsThreadOwnerTrackingEnabled ? number : UntrackedFlag | (number << 1) | 1;
        control.Acquired(control.StateOf<SpinHolds>(control));
        return true;
    }

    private static SpinHold? HoldOf(IControl control, int number) => control.StateOf<SpinHolds>(control).Find(number);

    private static int NumberIn(ref SpinLock spin) => spin.IsThreadOwnerTrackingEnabled ? OwnerIn(ref spin) : (OwnerIn(ref spin) & int.MaxValue) >> 1;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_owner")]
    private static extern ref int OwnerIn(ref SpinLock spin);
}
