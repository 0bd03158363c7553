namespace ReplayKit.Hooks;

/// <summary>Waits for signals, and gives them.</summary>
internal static class Signals
{
    /// <summary>Waits for a signal that was not there. One that has come is not missed because of a cancellation.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled before.</exception>
    public static bool Wait(IControl control, Signal signal, WaitLimit limit, CancellationToken cancellationToken)
    {
        bool Attempt()
        {
            if (signal.IsSet()) return true;
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }

        return Waits.Until(control, Attempt, () => new SignalBlockage(signal.What, signal.Resource, () => signal.IsSet() || cancellationToken.IsCancellationRequested), limit)
            && Acquired(control, signal.Resource);
    }

    /// <summary>The scheduling point before a signal is given.</summary>
    public static void BeforeSignal(object resource, string site)
    {
        if (Control.Current is not { } control) return;
        control.Point(PointKind.Release, resource, site);
        control.Released(resource);
    }

    /// <summary>Tells that a signal was seen.</summary>
    public static bool Acquired(IControl control, object resource)
    {
        control.Acquired(resource);
        return true;
    }

    /// <summary>Tells that a signal was seen, where that is controlled.</summary>
    public static bool AcquiredHere(object resource)
    {
        Control.Current?.Acquired(resource);
        return true;
    }
}
