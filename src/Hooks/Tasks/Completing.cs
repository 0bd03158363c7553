namespace ReplayKit.Hooks;

/// <summary>Goes around the completion of a task by woven code: a scheduling point before it, and what continues the task stays under control.</summary>
/// <remarks>
/// A source that runs its continuations asynchronously queues each of them to the thread pool. They are taken from the task before, and each
/// becomes an operation afterwards. Woven awaits are not among them: they ask.
/// </remarks>
internal readonly struct Completing : IDisposable
{
    private readonly IControl? _control;
    private readonly Task _task;
    private readonly string _site;
    private readonly object? _continuation;

    private Completing(IControl control, Task task, string site)
    {
        (_control, _task, _site) = (control, task, site);
        control.Point(PointKind.Release, task, site);
        control.Released(task);
        if (Relays.Leaves(task)) _continuation = Interlocked.Exchange(ref TaskInternals.ContinuationOf(task), null);
    }

    public static Completing Begin(Task task, string site) => Control.Current is { } control ? new Completing(control, task, site) : default;

    public void Dispose()
    {
        if (_continuation is null) return;
        if (!_task.IsCompleted)
        {
            // Refused: its arguments were wrong.
            TaskInternals.ContinuationOf(_task) = _continuation;
            return;
        }

        if (_continuation is not IReadOnlyCollection<object?> many) Queue(_continuation);
        else foreach (var one in many.ToArray()) Queue(one);
    }

    // The flag is for the completion, which is over: what runs here is in its own operation already.
    private void Queue(object? continuation)
    {
        if (continuation is null) return;
        var task = _task;
        if (InlineContext.Has(continuation))
        {
            TaskInternals.RunContinuations(task, continuation);
            return;
        }

        _control!.Queue(
            () =>
            {
                SynchronizationContext.SetSynchronizationContext(null);
                Interlocked.And(ref TaskInternals.FlagsOf(task), ~(int)TaskCreationOptions.RunContinuationsAsynchronously);
                TaskInternals.RunContinuations(task, continuation);
            },
            _site);
    }
}
