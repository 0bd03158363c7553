using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>Takes reader-writer locks and gives them back, by the rules of their recursion policy.</summary>
internal static class ReadWriteLocks
{
    /// <summary>Takes it, waited for as long as the limit says.</summary>
    /// <exception cref="LockRecursionException">What the execution holds already forbids it.</exception>
    public static bool Take(IControl control, ReaderWriterLockSlim gate, ReadWriteMode mode, WaitLimit limit)
    {
        ObjectDisposedException.ThrowIf(IsDisposed(gate), gate);
        control.Point(PointKind.Acquire, gate, limit.Site);
        ObjectDisposedException.ThrowIf(IsDisposed(gate), gate);
        var (execution, state) = (control.Execution, control.StateOf<ReadWriteState>(gate));
        Check(state.HoldOf(execution), mode, gate.RecursionPolicy);
        if (!state.TryTake(execution, mode, limit.Site))
        {
            if (limit.Timeout == TimeSpan.Zero || !TakeHeld(control, gate, mode, limit)) return false;
        }

        control.Acquired(gate);
        return true;
    }

    /// <summary>Gives it back once.</summary>
    public static void GiveBack(IControl control, ReaderWriterLockSlim gate, ReadWriteMode mode)
    {
        control.Released(gate);
        control.StateOf<ReadWriteState>(gate).GiveBack(control.Execution, mode);
    }

    private static bool TakeHeld(IControl control, ReaderWriterLockSlim gate, ReadWriteMode mode, WaitLimit limit)
    {
        var (execution, state) = (control.Execution, control.StateOf<ReadWriteState>(gate));
        state.BeginWait(execution, mode);
        try
        {
            return Waits.Until(control, () => state.TryTake(execution, mode, limit.Site), () => new ReadWriteBlockage(state, gate, execution, mode), limit);
        }
        finally
        {
            state.EndWait(execution, mode);
        }
    }

    private static void Check(ReadWriteHold own, ReadWriteMode mode, LockRecursionPolicy policy)
    {
        var isAllowed = mode switch
        {
            ReadWriteMode.Read => policy == LockRecursionPolicy.SupportsRecursion || (own.Writes == 0 && own.Reads == 0),
            ReadWriteMode.Upgrade when policy == LockRecursionPolicy.NoRecursion => own.IsNone,
            ReadWriteMode.Upgrade => own.Upgrades > 0 || own.Writes > 0 || own.Reads == 0,
            _ when policy == LockRecursionPolicy.NoRecursion => own.Writes == 0 && own.Reads == 0,
            _ => own.Writes > 0 || own.Upgrades > 0 || own.Reads == 0,
        };
        if (!isAllowed) throw new LockRecursionException($"The {mode.ToString().ToLowerInvariant()} lock may not be acquired with what the thread holds already ({policy}).");
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_fDisposed")]
    private static extern ref bool IsDisposed(ReaderWriterLockSlim gate);
}
