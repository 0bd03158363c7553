#pragma warning disable CS9216 // The lock is named as an object, never locked as one.
namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Lock"/>. The model decides, and the real lock is taken as well, as with <see cref="MonitorHooks"/>.</summary>
public static class LockHooks
{
    /// <summary>In place of <see cref="Lock.Enter"/>.</summary>
    public static void Enter(Lock gate, string site)
    {
        ArgumentNullException.ThrowIfNull(gate);
        if (Control.Current is { } control) Take(control, gate, new WaitLimit(Timeout.InfiniteTimeSpan, site));
        gate.Enter();
    }

    /// <summary>In place of <see cref="Lock.EnterScope"/>, which is what <c>lock</c> compiles to.</summary>
    public static Lock.Scope EnterScope(Lock gate, string site)
    {
        ArgumentNullException.ThrowIfNull(gate);
        if (Control.Current is { } control) Take(control, gate, new WaitLimit(Timeout.InfiniteTimeSpan, site));
        return gate.EnterScope();
    }

    /// <summary>In place of <see cref="Lock.TryEnter()"/>.</summary>
    public static bool TryEnter(Lock gate, string site)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Control.Current is { } control ? TryTake(control, gate, new WaitLimit(TimeSpan.Zero, site)) : gate.TryEnter();
    }

    /// <summary>In place of <see cref="Lock.TryEnter(int)"/>.</summary>
    public static bool TryEnter(Lock gate, int millisecondsTimeout, string site)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Control.Current is { } control && Waits.IsValid(millisecondsTimeout)
            ? TryTake(control, gate, new WaitLimit(Waits.Of(millisecondsTimeout), site))
            : gate.TryEnter(millisecondsTimeout);
    }

    /// <summary>In place of <see cref="Lock.TryEnter(TimeSpan)"/>.</summary>
    public static bool TryEnter(Lock gate, TimeSpan timeout, string site)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Control.Current is { } control && Waits.IsValid(timeout) ? TryTake(control, gate, new WaitLimit(timeout, site)) : gate.TryEnter(timeout);
    }

    /// <summary>In place of <see cref="Lock.Exit"/>.</summary>
    public static void Exit(Lock gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        GiveBack(gate);
        gate.Exit();
    }

    /// <summary>In place of <see cref="Lock.IsHeldByCurrentThread"/>.</summary>
    public static bool IsHeldByCurrentThread(Lock gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Control.Current is { } control ? control.StateOf<OwnedLock>(gate).IsHeldBy(control.Execution) : gate.IsHeldByCurrentThread;
    }

    /// <summary>Gives it back in the model, where that knows of it.</summary>
    internal static void GiveBack(Lock gate)
    {
        if (Control.Current is { } control) OwnedLocks.GiveBack(control, control.StateOf<OwnedLock>(gate), gate);
    }

    private static bool Take(IControl control, Lock gate, WaitLimit limit) => OwnedLocks.Take(control, control.StateOf<OwnedLock>(gate), new LockName(gate, "lock"), limit);

    private static bool TryTake(IControl control, Lock gate, WaitLimit limit)
    {
        if (!Take(control, gate, limit)) return false;
        gate.Enter();
        return true;
    }
}
