namespace ReplayKit.Hooks;

/// <summary>Tells whether an await goes back to a context or a scheduler of the program's own: then these, and not control, say when it resumes.</summary>
internal static class AwaitCapture
{
    public static bool ComesBack(IControl control, PendingAwait pending) =>
        (HasOwnContext(control) || TaskScheduler.Current != TaskScheduler.Default) && pending.CapturesContext;

    private static bool HasOwnContext(IControl control) =>
        SynchronizationContext.Current is { } context && context.GetType() != typeof(SynchronizationContext) && context != control.Context;
}
