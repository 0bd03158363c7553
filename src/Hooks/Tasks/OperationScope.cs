namespace ReplayKit.Hooks;

/// <summary>Gives a stretch of woven code its operation's context, where none is current.</summary>
/// <remarks>
/// A task runs without a context, so that what continues it runs inline when it ends; its body needs one all the same, by which awaits of
/// code that is not woven come back to control.
/// </remarks>
internal readonly struct OperationScope : IDisposable
{
    private readonly bool _isEntered;

    private OperationScope(SynchronizationContext context)
    {
        _isEntered = true;
        SynchronizationContext.SetSynchronizationContext(context);
    }

    // On a scheduler of the program's own awaits come back to that, and only where there is no context.
    public static OperationScope Enter() =>
        SynchronizationContext.Current is null && Control.Current is { } control && TaskScheduler.Current == TaskScheduler.Default ? new OperationScope(control.Context) : default;

    public void Dispose()
    {
        // The task is found complete from here on, also where the stack goes on: it was run inline, or by a scheduler of the program's own.
        if (Control.Current is { } control) control.Released(control);
        if (_isEntered) SynchronizationContext.SetSynchronizationContext(null);
    }
}
