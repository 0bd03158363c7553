using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Lazy{T}"/>. The real one does the work; the lock under which it makes the value is modelled.</summary>
public static class LazyHooks
{
    /// <summary>In place of <see cref="Lazy{T}.Value"/>.</summary>
    public static T Value<T>(Lazy<T> lazy, string site)
    {
        ArgumentNullException.ThrowIfNull(lazy);
        if (Control.Current is not { } control) return lazy.Value;
        if (lazy.IsValueCreated) return Made(control, lazy);
        if (LazyMode<T>.Of(lazy) != LazyThreadSafetyMode.ExecutionAndPublication)
        {
            control.Point(PointKind.Share, lazy, site);
            return Made(control, lazy);
        }

        var state = control.StateOf<OwnedLock>(lazy);
        OwnedLocks.Take(control, state, new LockName(lazy, "lazy value"), new WaitLimit(Timeout.InfiniteTimeSpan, site));
        try
        {
            return lazy.Value;
        }
        finally
        {
            OwnedLocks.GiveBack(control, state, lazy);
        }
    }

    /// <summary>In place of <see cref="Lazy{T}.IsValueCreated"/>.</summary>
    public static bool IsValueCreated<T>(Lazy<T> lazy, string site)
    {
        ArgumentNullException.ThrowIfNull(lazy);
        Control.Current?.Point(PointKind.Atomic, lazy, site);
        return lazy.IsValueCreated;
    }

    // Where several may make a value, the one that is kept is seen by all.
    private static T Made<T>(IControl control, Lazy<T> lazy)
    {
        var value = lazy.Value;
        control.Acquired(lazy);
        control.Released(lazy);
        return value;
    }

    private static class LazyMode<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Mode")]
        public static extern LazyThreadSafetyMode? Of(Lazy<T> lazy);
    }
}
