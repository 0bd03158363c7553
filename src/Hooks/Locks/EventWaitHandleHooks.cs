namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="EventWaitHandle"/>, which automatic and manual events are. The real one keeps the state.</summary>
public static class EventWaitHandleHooks
{
    /// <summary>In place of <see cref="EventWaitHandle.Set"/>.</summary>
    public static bool Set(EventWaitHandle signal, string site)
    {
        ArgumentNullException.ThrowIfNull(signal);
        Signals.BeforeSignal(signal, site);
        return signal.Set();
    }

    /// <summary>In place of <see cref="EventWaitHandle.Reset"/>.</summary>
    public static bool Reset(EventWaitHandle signal, string site)
    {
        ArgumentNullException.ThrowIfNull(signal);
        Control.Current?.Point(PointKind.Atomic, signal, site);
        return signal.Reset();
    }
}
