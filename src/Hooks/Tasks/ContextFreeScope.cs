namespace ReplayKit.Hooks;

/// <summary>Takes the operation's context away while a task runs to its end on this stack. A context of the program's own stays.</summary>
internal readonly struct ContextFreeScope : IDisposable
{
    private readonly SynchronizationContext? _context;

    private ContextFreeScope(SynchronizationContext? context)
    {
        _context = context;
        if (context is not null) SynchronizationContext.SetSynchronizationContext(null);
    }

    public static ContextFreeScope Enter(IControl control) =>
        new(SynchronizationContext.Current is { } current && current == control.Context ? current : null);

    public void Dispose()
    {
        if (_context is not null) SynchronizationContext.SetSynchronizationContext(_context);
    }
}
