namespace Hooks.Tests;

/// <summary>Counts what is posted to it, and runs it at once.</summary>
internal sealed class CountingContext : SynchronizationContext
{
    public int Posts { get; private set; }

    public override void Post(SendOrPostCallback d, object? state)
    {
        Posts++;
        d(state);
    }

    /// <summary>Runs <paramref name="action"/> with this context current.</summary>
    public T Run<T>(Func<T> action)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            return action();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }
}
