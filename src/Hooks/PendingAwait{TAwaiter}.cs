using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>A suspended async method that waits for this awaiter.</summary>
/// <typeparam name="TAwaiter">Type of the awaiter.</typeparam>
/// <param name="awaiter">The awaiter; a struct is copied, as the compiler copies it into the state machine.</param>
internal sealed class PendingAwait<TAwaiter>(TAwaiter awaiter) : PendingAwait
    where TAwaiter : INotifyCompletion
{
    private TAwaiter _awaiter = awaiter;
    private Task? _task;
    private bool _isTaskKnown;

    // The task before the awaiter: one that was told to force a yield never says that it is complete.
    public override bool IsCompleted => Task?.IsCompleted ?? AwaiterShape<TAwaiter>.IsCompleted?.Invoke(ref _awaiter) ?? false;

    public override bool CanBeAsked => AwaiterShape<TAwaiter>.IsCompleted is not null;

    public override bool IsYield => AwaiterShape<TAwaiter>.IsYield;

    public override Task? Task
    {
        get
        {
            if (_isTaskKnown) return _task;
            _isTaskKnown = true;
            return _task = AwaiterShape<TAwaiter>.TaskOf(_awaiter);
        }
    }

    internal override bool CapturesContext => AwaiterShape<TAwaiter>.CapturesContext(_awaiter);

    public override void OnCompleted(Action callback)
    {
        // It is asked anyway, and to register would make the framework complete it on the thread pool.
        if (AwaiterShape<TAwaiter>.SourceOf(_awaiter) is PolledSource) return;
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new InlineContext());
        try
        {
            // By an awaiter that captures the context, whatever the program's own was told.
            if (Task is { } task) task.GetAwaiter().UnsafeOnCompleted(callback);
            else Forward(callback, flowsContext: false);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    internal override void Forward(Action continuation, bool flowsContext)
    {
        if (!flowsContext && _awaiter is ICriticalNotifyCompletion critical) critical.UnsafeOnCompleted(continuation);
        else _awaiter.OnCompleted(continuation);
    }
}
