namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Monitor"/>. The order in which waiting threads get the lock is the scheduler's; pulses wake in order.</summary>
/// <remarks>
/// Under control the model alone decides. The real monitor is taken as well, once the model has granted it, so that code that is not woven is kept out.
/// </remarks>
public static class MonitorHooks
{
    private const string What = "lock";

    /// <summary>In place of <see cref="Monitor.Enter(object)"/>.</summary>
    public static void Enter(object obj, string site)
    {
        if (Control.Current is { } control && obj is not null) Take(control, obj, Timeout.InfiniteTimeSpan, site);
        else Monitor.Enter(obj!);
    }

    /// <summary>In place of <see cref="Monitor.Enter(object, ref bool)"/>.</summary>
    public static void Enter(object obj, ref bool lockTaken, string site)
    {
        if (Control.Current is not { } control || obj is null || lockTaken) Monitor.Enter(obj!, ref lockTaken);
        else lockTaken = Take(control, obj, Timeout.InfiniteTimeSpan, site);
    }

    /// <summary>In place of <see cref="Monitor.TryEnter(object)"/>.</summary>
    public static bool TryEnter(object obj, string site) => TryEnter(obj, TimeSpan.Zero, site);

    /// <summary>In place of <see cref="Monitor.TryEnter(object, int)"/>.</summary>
    public static bool TryEnter(object obj, int millisecondsTimeout, string site) =>
        Control.Current is { } control && obj is not null && millisecondsTimeout >= Timeout.Infinite
            ? Take(control, obj, TimeSpan.FromMilliseconds(millisecondsTimeout), site)
            : Monitor.TryEnter(obj!, millisecondsTimeout);

    /// <summary>In place of <see cref="Monitor.TryEnter(object, TimeSpan)"/>.</summary>
    public static bool TryEnter(object obj, TimeSpan timeout, string site) =>
        Control.Current is { } control && obj is not null && Waits.IsValid(timeout) ? Take(control, obj, timeout, site) : Monitor.TryEnter(obj!, timeout);

    /// <summary>In place of <see cref="Monitor.TryEnter(object, ref bool)"/>.</summary>
    public static void TryEnter(object obj, ref bool lockTaken, string site) => TryEnter(obj, TimeSpan.Zero, ref lockTaken, site);

    /// <summary>In place of <see cref="Monitor.TryEnter(object, int, ref bool)"/>.</summary>
    public static void TryEnter(object obj, int millisecondsTimeout, ref bool lockTaken, string site)
    {
        if (Control.Current is null || lockTaken || millisecondsTimeout < Timeout.Infinite) Monitor.TryEnter(obj, millisecondsTimeout, ref lockTaken);
        else lockTaken = TryEnter(obj, millisecondsTimeout, site);
    }

    /// <summary>In place of <see cref="Monitor.TryEnter(object, TimeSpan, ref bool)"/>.</summary>
    public static void TryEnter(object obj, TimeSpan timeout, ref bool lockTaken, string site)
    {
        if (Control.Current is null || lockTaken || !Waits.IsValid(timeout)) Monitor.TryEnter(obj, timeout, ref lockTaken);
        else lockTaken = TryEnter(obj, timeout, site);
    }

    /// <summary>In place of <see cref="Monitor.Exit"/>.</summary>
    public static void Exit(object obj)
    {
        if (Control.Current is { } control && obj is not null && OwnedLocks.GiveBack(control, control.StateOf<MonitorState>(obj), obj))
        {
            // Not entered where a wait was unwound at the end of a run.
            if (Monitor.IsEntered(obj)) Monitor.Exit(obj);
            return;
        }

        // What the model does not know of was taken outside control, or not at all: the runtime says which.
        Monitor.Exit(obj!);
    }

    /// <summary>In place of <see cref="Monitor.IsEntered"/>.</summary>
    public static bool IsEntered(object obj) =>
        Control.Current is { } control && obj is not null ? control.StateOf<MonitorState>(obj).IsHeldBy(control.Execution) : Monitor.IsEntered(obj!);

    /// <summary>In place of <see cref="Monitor.Wait(object)"/>.</summary>
    public static bool Wait(object obj, string site) => Wait(obj, Timeout.InfiniteTimeSpan, site);

    /// <summary>In place of <see cref="Monitor.Wait(object, int)"/>.</summary>
    public static bool Wait(object obj, int millisecondsTimeout, string site) =>
        Control.Current is not null && millisecondsTimeout >= Timeout.Infinite
            ? Wait(obj, TimeSpan.FromMilliseconds(millisecondsTimeout), site)
            : Monitor.Wait(obj, millisecondsTimeout);

    /// <summary>In place of <see cref="Monitor.Wait(object, int, bool)"/>.</summary>
    public static bool Wait(object obj, int millisecondsTimeout, bool exitContext, string site) => Wait(obj, millisecondsTimeout, site);

    /// <summary>In place of <see cref="Monitor.Wait(object, TimeSpan, bool)"/>.</summary>
    public static bool Wait(object obj, TimeSpan timeout, bool exitContext, string site) => Wait(obj, timeout, site);

    /// <summary>In place of <see cref="Monitor.Wait(object, TimeSpan)"/>.</summary>
    public static bool Wait(object obj, TimeSpan timeout, string site)
    {
        if (Control.Current is not { } control || obj is null || !Waits.IsValid(timeout)) return Monitor.Wait(obj!, timeout);
        control.Point(PointKind.Wait, obj, site);
        var state = HeldState(control, obj);
        var execution = control.Execution;
        var waiting = new PulseBlockage(obj);
        state.Enqueue(waiting);
        var depth = state.Surrender();
        control.Released(obj);
        for (var i = 0; i < depth; i++) Monitor.Exit(obj);
        var (isPulsed, isThrough) = (false, false);
        try
        {
            isPulsed = control.Block(waiting, timeout, site);
            if (!isPulsed) state.Remove(waiting);
            while (!state.IsFreeFor(execution)) control.Block(new LockBlockage(state, new LockName(obj, What), execution), Timeout.InfiniteTimeSpan, site);
            isThrough = true;
        }
        finally
        {
            // Even where the run ends meanwhile: the program's finally blocks give it back. The real one may then be held by a stack that is unwound later.
            state.Restore(execution, depth, site);
            for (var i = 0; i < depth; i++)
            {
                if (isThrough) Monitor.Enter(obj);
                else if (!Monitor.TryEnter(obj)) break;
            }
        }

        control.Acquired(obj);
        return isPulsed;
    }

    /// <summary>In place of <see cref="Monitor.Pulse"/>.</summary>
    public static void Pulse(object obj)
    {
        if (Control.Current is { } control && obj is not null) HeldState(control, obj).Pulse();
        else Monitor.Pulse(obj!);
    }

    /// <summary>In place of <see cref="Monitor.PulseAll"/>.</summary>
    public static void PulseAll(object obj)
    {
        if (Control.Current is { } control && obj is not null) HeldState(control, obj).PulseAll();
        else Monitor.PulseAll(obj!);
    }

    private static MonitorState HeldState(IControl control, object obj)
    {
        var state = control.StateOf<MonitorState>(obj);
        return state.IsHeldBy(control.Execution) ? state : throw new SynchronizationLockException();
    }

    private static bool Take(IControl control, object obj, TimeSpan timeout, string site)
    {
        if (!OwnedLocks.Take(control, control.StateOf<MonitorState>(obj), new LockName(obj, What), new WaitLimit(timeout, site))) return false;
        Monitor.Enter(obj);
        return true;
    }
}
