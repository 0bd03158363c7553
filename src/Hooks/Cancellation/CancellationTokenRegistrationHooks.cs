namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="CancellationTokenRegistration"/>: to dispose of one waits for its callback, where that runs.</summary>
public static class CancellationTokenRegistrationHooks
{
    /// <summary>In place of <see cref="CancellationTokenRegistration.Unregister"/>.</summary>
    public static bool Unregister(ref CancellationTokenRegistration registration) =>
        Control.Current is { } control ? TryRemove(control, registration) is (true, _) : registration.Unregister();

    /// <summary>In place of <see cref="CancellationTokenRegistration.Dispose"/>.</summary>
    public static void Dispose(ref CancellationTokenRegistration registration, string site)
    {
        if (Control.Current is not { } control)
        {
            registration.Dispose();
            return;
        }

        if (registration == default) return;
        control.Point(PointKind.Wait, null, site);
        var (isRemoved, callback) = TryRemove(control, registration);
        if (isRemoved) return;
        if (callback is null)
        {
            registration.Dispose();
            return;
        }

        if (callback.Execution is { } running && running != control.Execution)
            Waits.Until(control, () => callback.Execution is null, () => new CallbackBlockage(callback), new WaitLimit(Timeout.InfiniteTimeSpan, site));
        control.Acquired(callback);
    }

    /// <summary>In place of <see cref="CancellationTokenRegistration.DisposeAsync"/>.</summary>
    public static ValueTask DisposeAsync(ref CancellationTokenRegistration registration)
    {
        if (Control.Current is not { } control) return registration.DisposeAsync();
        var (isRemoved, callback) = TryRemove(control, registration);
        if (isRemoved) return default;
        if (callback is null) return registration.DisposeAsync();
        return callback.Execution is { } running && running != control.Execution ? new ValueTask(callback.WhenEnded()) : default;
    }

    private static (bool IsRemoved, RegisteredCallback? Callback) TryRemove(IControl control, CancellationTokenRegistration registration)
    {
        var registry = control.StateOf<CallbackRegistry>(control);
        var callback = registry.Find(registration);
        if (!registration.Unregister() && callback?.Remove() != true) return (false, callback);
        registry.Remove(registration);
        return (true, callback);
    }
}
