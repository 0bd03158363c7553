namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="CancellationTokenSource"/>: the real one, cancelled later on virtual time. Callbacks run inline, as they do.</summary>
public static class CancellationTokenSourceHooks
{
    /// <summary>In place of the constructor.</summary>
    public static CancellationTokenSource Create() => new();

    /// <summary>In place of the constructor.</summary>
    public static CancellationTokenSource Create(int millisecondsDelay) =>
        Control.Current is { } control && millisecondsDelay is > 0 or Timeout.Infinite
            ? Make(control, TimerRange.Of(millisecondsDelay))
            : new CancellationTokenSource(millisecondsDelay);

    /// <summary>In place of the constructor.</summary>
    public static CancellationTokenSource Create(TimeSpan delay) =>
        Control.Current is { } control && TimerRange.Holds(delay) && (long)delay.TotalMilliseconds != 0
            ? Make(control, TimerRange.Of(delay))
            : new CancellationTokenSource(delay);

    /// <summary>In place of the constructor. A provider of the program's own is left alone.</summary>
    public static CancellationTokenSource Create(TimeSpan delay, TimeProvider timeProvider) =>
        timeProvider is not null && TimeHooks.IsSystem(timeProvider) ? Create(delay) : new CancellationTokenSource(delay, timeProvider!);

    /// <summary>In place of <see cref="CancellationTokenSource.CancelAfter(int)"/>.</summary>
    public static void CancelAfter(CancellationTokenSource source, int millisecondsDelay)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Control.Current is { } control && !CancellationFields.IsDisposed(source) && millisecondsDelay >= Timeout.Infinite) Arm(control, source, TimerRange.Of(millisecondsDelay));
        else source.CancelAfter(millisecondsDelay);
    }

    /// <summary>In place of <see cref="CancellationTokenSource.CancelAfter(TimeSpan)"/>.</summary>
    public static void CancelAfter(CancellationTokenSource source, TimeSpan delay)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Control.Current is { } control && !CancellationFields.IsDisposed(source) && TimerRange.Holds(delay)) Arm(control, source, TimerRange.Of(delay));
        else source.CancelAfter(delay);
    }

    /// <summary>In place of <see cref="CancellationTokenSource.Cancel()"/>.</summary>
    public static void Cancel(CancellationTokenSource source, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        Announce(source, site);
        source.Cancel();
    }

    /// <summary>In place of <see cref="CancellationTokenSource.Cancel(bool)"/>.</summary>
    public static void Cancel(CancellationTokenSource source, bool throwOnFirstException, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        Announce(source, site);
        source.Cancel(throwOnFirstException);
    }

    /// <summary>In place of <see cref="CancellationTokenSource.CancelAsync"/>: cancelled at once, the callbacks run in an operation of their own.</summary>
    public static Task CancelAsync(CancellationTokenSource source, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Control.Current is not { } control) return source.CancelAsync();
        Announce(source, site);
        var callbacks = control.StateOf<CallbackRegistry>(control).Collect(source.Cancel);
        return callbacks.Count == 0
            ? Task.CompletedTask
            : Task.Factory.StartNew(() => RunAll(callbacks), CancellationToken.None, TaskCreationOptions.DenyChildAttach | TaskCreationOptions.HideScheduler, control.Pool);
    }

    /// <summary>In place of <see cref="CancellationTokenSource.TryReset"/>.</summary>
    public static bool TryReset(CancellationTokenSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Control.Current is null || CancellationFields.IsDisposed(source) || CancellationFields.TimerOf(source) is not CancellationTimer timer) return source.TryReset();
        if (source.IsCancellationRequested || timer.HasFired) return false;
        timer.Dispose();
        // The runtime resets no source that another timer than its own would cancel.
        CancellationFields.TimerOf(source) = null;
        return source.TryReset();
    }

    /// <summary>In place of <see cref="CancellationTokenSource.IsCancellationRequested"/>.</summary>
    public static bool IsCancellationRequested(CancellationTokenSource source, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Control.Current is not { } control) return source.IsCancellationRequested;
        if (!source.IsCancellationRequested) control.Point(PointKind.Atomic, source, site);
        if (!source.IsCancellationRequested) return false;
        control.Acquired(source);
        return true;
    }

    private static void Announce(CancellationTokenSource source, string site)
    {
        if (Control.Current is not { } control) return;
        control.Point(PointKind.Release, source, site);
        control.Released(source);
    }

    private static CancellationTokenSource Make(IControl control, TimeSpan delay)
    {
        var source = new CancellationTokenSource();
        if (delay != Timeout.InfiniteTimeSpan) Arm(control, source, delay);
        return source;
    }

    private static void Arm(IControl control, CancellationTokenSource source, TimeSpan delay)
    {
        if (source.IsCancellationRequested) return;
        ref var own = ref CancellationFields.TimerOf(source);
        if (own is not CancellationTimer timer || !timer.IsOf(control))
        {
            // What the source had ticks in real time, or in a run that is over.
            own?.Dispose();
            own = timer = new CancellationTimer(control, source);
        }

        timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    private static void RunAll(List<RegisteredCallback> callbacks)
    {
        List<Exception>? thrown = null;
        foreach (var callback in callbacks)
        {
            try
            {
                callback.RunCollected();
            }
#pragma warning disable CA1031 // As the runtime does, all callbacks run, and what they threw is thrown together.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                (thrown ??= []).Add(exception);
            }
        }

        if (thrown is not null) throw new AggregateException(thrown);
    }
}
