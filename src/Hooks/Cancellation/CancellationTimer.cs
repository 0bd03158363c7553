namespace ReplayKit.Hooks;

/// <summary>What cancels a source later, on virtual time. It takes the place of the source's own timer, so that the source disposes of it.</summary>
internal sealed class CancellationTimer : ITimer
{
    private readonly CancellationTokenSource _source;
    private readonly ITimer _virtual;
    private readonly IControl _control;

    public CancellationTimer(IControl control, CancellationTokenSource source)
    {
        (_control, _source) = (control, source);
        // As the real one, it has no context of its own: each callback runs in that of its registration.
        using var flow = ExecutionContext.IsFlowSuppressed() ? default(IDisposable) : ExecutionContext.SuppressFlow();
        _virtual = control.Time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether it has ticked.</summary>
    public bool HasFired { get; private set; }

    /// <summary>Whether it is this run's.</summary>
    public bool IsOf(IControl control) => _control == control;

    public bool Change(TimeSpan dueTime, TimeSpan period) => _virtual.Change(dueTime, period);

    public void Dispose() => _virtual.Dispose();

    public ValueTask DisposeAsync() => _virtual.DisposeAsync();

    private void Fire()
    {
        HasFired = true;
        if (CancellationFields.IsDisposed(_source)) return;
        _control.Released(_source);
        _source.Cancel();
    }
}
