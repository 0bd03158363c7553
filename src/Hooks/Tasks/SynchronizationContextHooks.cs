namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the current context: it does not see the operation's, as it sees none on the thread pool.</summary>
public static class SynchronizationContextHooks
{
    /// <summary>In place of <see cref="SynchronizationContext.Current"/>.</summary>
    public static SynchronizationContext? Current =>
        SynchronizationContext.Current is { } current && current != Control.Current?.Context ? current : null;

    /// <summary>In place of <see cref="SynchronizationContext.SetSynchronizationContext"/>. None is the operation's.</summary>
    public static void SetSynchronizationContext(SynchronizationContext? syncContext) =>
        SynchronizationContext.SetSynchronizationContext(syncContext ?? Control.Current?.Context);

    /// <summary>In place of <see cref="SynchronizationContext.Post"/>: the default one queues to the thread pool.</summary>
    public static void Post(SynchronizationContext context, SendOrPostCallback d, object? state, string site)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Control.Current is { } control && d is not null && context.GetType() == typeof(SynchronizationContext)) control.Queue(() => d(state), site);
        else context.Post(d!, state);
    }
}
