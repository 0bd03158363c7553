namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the waits of <see cref="WaitHandle"/>.</summary>
/// <remarks>A program's own class may override them, one by one: outside control each overload calls itself.</remarks>
public static class WaitHandleHooks
{
    private const int HandleCountMax = 64;

    /// <summary>In place of <see cref="WaitHandle.WaitOne()"/>.</summary>
    public static bool WaitOne(WaitHandle handle, string site) =>
        Control.Current is null && handle is not null ? handle.WaitOne() : WaitOne(handle!, Timeout.InfiniteTimeSpan, site);

    /// <summary>In place of <see cref="WaitHandle.WaitOne(int)"/>.</summary>
    public static bool WaitOne(WaitHandle handle, int millisecondsTimeout, string site)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Control.Current is not null && Waits.IsValid(millisecondsTimeout)
            ? WaitOne(handle, Waits.Of(millisecondsTimeout), site)
            : handle.WaitOne(millisecondsTimeout);
    }

    /// <summary>In place of <see cref="WaitHandle.WaitOne(int, bool)"/>.</summary>
    public static bool WaitOne(WaitHandle handle, int millisecondsTimeout, bool exitContext, string site) =>
        Control.Current is null && handle is not null ? handle.WaitOne(millisecondsTimeout, exitContext) : WaitOne(handle!, millisecondsTimeout, site);

    /// <summary>In place of <see cref="WaitHandle.WaitOne(TimeSpan, bool)"/>.</summary>
    public static bool WaitOne(WaitHandle handle, TimeSpan timeout, bool exitContext, string site) =>
        Control.Current is null && handle is not null ? handle.WaitOne(timeout, exitContext) : WaitOne(handle!, timeout, site);

    /// <summary>In place of <see cref="WaitHandle.WaitOne(TimeSpan)"/>.</summary>
    public static bool WaitOne(WaitHandle handle, TimeSpan timeout, string site)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Control.Current is { } control && Waits.IsValid(timeout)
            ? HandleWaits.One(control, handle, new WaitLimit(timeout, site))
            : handle.WaitOne(timeout);
    }

    /// <summary>In place of <see cref="WaitHandle.WaitAll(WaitHandle[])"/>.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles, string site) => WaitAll(waitHandles, Timeout.InfiniteTimeSpan, site);

    /// <summary>In place of <see cref="WaitHandle.WaitAll(WaitHandle[], int)"/>.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout, string site) =>
        Waits.IsValid(millisecondsTimeout) ? WaitAll(waitHandles, Waits.Of(millisecondsTimeout), site) : WaitHandle.WaitAll(waitHandles, millisecondsTimeout);

    /// <summary>In place of <see cref="WaitHandle.WaitAll(WaitHandle[], int, bool)"/>.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext, string site) => WaitAll(waitHandles, millisecondsTimeout, site);

    /// <summary>In place of <see cref="WaitHandle.WaitAll(WaitHandle[], TimeSpan, bool)"/>.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles, TimeSpan timeout, bool exitContext, string site) => WaitAll(waitHandles, timeout, site);

    /// <summary>In place of <see cref="WaitHandle.WaitAll(WaitHandle[], TimeSpan)"/>.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles, TimeSpan timeout, string site) =>
        Control.Current is { } control && Waits.IsValid(timeout) && AreValid(waitHandles) && waitHandles.Distinct().Count() == waitHandles.Length
            ? HandleWaits.All(control, waitHandles, new WaitLimit(timeout, site))
            : WaitHandle.WaitAll(waitHandles, timeout);

    /// <summary>In place of <see cref="WaitHandle.WaitAny(WaitHandle[])"/>.</summary>
    public static int WaitAny(WaitHandle[] waitHandles, string site) => WaitAny(waitHandles, Timeout.InfiniteTimeSpan, site);

    /// <summary>In place of <see cref="WaitHandle.WaitAny(WaitHandle[], int)"/>.</summary>
    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout, string site) =>
        Waits.IsValid(millisecondsTimeout) ? WaitAny(waitHandles, Waits.Of(millisecondsTimeout), site) : WaitHandle.WaitAny(waitHandles, millisecondsTimeout);

    /// <summary>In place of <see cref="WaitHandle.WaitAny(WaitHandle[], int, bool)"/>.</summary>
    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext, string site) => WaitAny(waitHandles, millisecondsTimeout, site);

    /// <summary>In place of <see cref="WaitHandle.WaitAny(WaitHandle[], TimeSpan, bool)"/>.</summary>
    public static int WaitAny(WaitHandle[] waitHandles, TimeSpan timeout, bool exitContext, string site) => WaitAny(waitHandles, timeout, site);

    /// <summary>In place of <see cref="WaitHandle.WaitAny(WaitHandle[], TimeSpan)"/>.</summary>
    public static int WaitAny(WaitHandle[] waitHandles, TimeSpan timeout, string site) =>
        Control.Current is { } control && Waits.IsValid(timeout) && AreValid(waitHandles)
            ? HandleWaits.Any(control, waitHandles, new WaitLimit(timeout, site))
            : WaitHandle.WaitAny(waitHandles, timeout);

    /// <summary>In place of <see cref="WaitHandle.SignalAndWait(WaitHandle, WaitHandle)"/>.</summary>
    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn, string site) => SignalAndWait(toSignal, toWaitOn, Timeout.InfiniteTimeSpan, false, site);

    /// <summary>In place of <see cref="WaitHandle.SignalAndWait(WaitHandle, WaitHandle, int, bool)"/>.</summary>
    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn, int millisecondsTimeout, bool exitContext, string site) =>
        Waits.IsValid(millisecondsTimeout)
            ? SignalAndWait(toSignal, toWaitOn, Waits.Of(millisecondsTimeout), exitContext, site)
            : WaitHandle.SignalAndWait(toSignal, toWaitOn, millisecondsTimeout, exitContext);

    /// <summary>In place of <see cref="WaitHandle.SignalAndWait(WaitHandle, WaitHandle, TimeSpan, bool)"/>.</summary>
    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn, TimeSpan timeout, bool exitContext, string site) =>
        Control.Current is { } control && Waits.IsValid(timeout) && toSignal is (Mutex or Semaphore or EventWaitHandle) && toWaitOn is not null
            ? HandleWaits.SignalAndWait(control, toSignal, toWaitOn, new WaitLimit(timeout, site))
            : WaitHandle.SignalAndWait(toSignal, toWaitOn!, timeout, exitContext);

    // Anything else is refused by the runtime, in its words.
    private static bool AreValid(WaitHandle[]? handles) => handles is { Length: > 0 and <= HandleCountMax } && !Array.Exists(handles, static handle => handle is null);
}
