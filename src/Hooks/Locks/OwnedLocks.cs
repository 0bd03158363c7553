namespace ReplayKit.Hooks;

/// <summary>Takes locks that have an owner.</summary>
internal static class OwnedLocks
{
    /// <summary>A scheduling point, then the lock, waited for as long as the limit says.</summary>
    /// <returns>Whether it is taken; false when the time was up.</returns>
    public static bool Take(IControl control, OwnedLock state, LockName name, WaitLimit limit)
    {
        control.Point(PointKind.Acquire, name.Resource, limit.Site);
        var execution = control.Execution;
        if (!state.TryTake(execution, limit.Site) && !TakeHeld(control, state, name, limit)) return false;
        control.Acquired(name.Resource);
        return true;
    }

    /// <summary>Gives a lock back, if the caller holds it.</summary>
    /// <returns>Whether the caller held it; false when nobody is known to hold it, and the runtime is to say what that means.</returns>
    /// <exception cref="SynchronizationLockException">Another execution holds it.</exception>
    public static bool GiveBack(IControl control, OwnedLock state, object resource)
    {
        if (state.Owner is null) return false;
        if (!state.IsHeldBy(control.Execution)) throw new SynchronizationLockException();
        if (state.GiveBack()) control.Released(resource);
        return true;
    }

    private static bool TakeHeld(IControl control, OwnedLock state, LockName name, WaitLimit limit)
    {
        var execution = control.Execution;
        return Waits.Until(control, () => state.TryTake(execution, limit.Site), () => new LockBlockage(state, name, execution), limit);
    }
}
