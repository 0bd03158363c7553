namespace ReplayKit.Hooks;

/// <summary>What woven code calls around the completion of a task.</summary>
/// <remarks>
/// The runtime runs a continuation that was registered with <c>ConfigureAwait(false)</c> inline only where no custom synchronization context
/// is current; otherwise it goes to the thread pool, outside control.
/// </remarks>
public static class CompletionHooks
{
    /// <summary>Takes the current synchronization context away. Does nothing outside control.</summary>
    /// <returns>What <see cref="Exit"/> puts back; null outside control.</returns>
    public static SynchronizationContext? Enter()
    {
        if (Control.Current is not { } control) return null;
        // Which task it is is not known here. Whoever finds any task complete without waiting for it comes after this.
        control.Released(control);
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        return context;
    }

    /// <summary>Puts back what <see cref="Enter"/> took away.</summary>
    public static void Exit(SynchronizationContext? context)
    {
        if (context is not null) SynchronizationContext.SetSynchronizationContext(context);
    }
}
