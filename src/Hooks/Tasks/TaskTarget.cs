namespace ReplayKit.Hooks;

/// <summary>Where a task of woven code runs: on the scheduler that the program chose, or, where that is the thread pool's, on the control's pool.</summary>
/// <remarks>
/// A task on the control's pool hides its scheduler, as Task.Run does: what it starts without naming a scheduler goes to the default one, and
/// its awaits do not come back to the pool by its scheduler.
/// </remarks>
internal readonly struct TaskTarget
{
    private readonly IControl _control;
    private readonly string _site;
    private readonly bool _isPool;

    private TaskTarget(IControl control, TaskScheduler scheduler, string site)
    {
        (_control, _site) = (control, site);
        _isPool = scheduler == TaskScheduler.Default;
        Scheduler = _isPool ? control.PoolAt(site) : scheduler;
    }

    public TaskScheduler Scheduler { get; }

    public static TaskTarget Of(IControl control, TaskScheduler scheduler, string site) => new(control, scheduler, site);

    public TaskCreationOptions With(TaskCreationOptions options) => _isPool ? options | TaskCreationOptions.HideScheduler : options;

    public TaskContinuationOptions With(TaskContinuationOptions options) => _isPool ? options | TaskContinuationOptions.HideScheduler : options;

    /// <summary>Lets the task that was just queued go first, if the scheduler wants: what its starter does next may be what it should have done before.</summary>
    public TTask Started<TTask>(TTask task)
        where TTask : Task
    {
        _control.Point(PointKind.Start, null, _site);
        return task;
    }

    /// <summary>The same for a continuation, which is queued at once where its task is complete.</summary>
    public TTask Continued<TTask>(TTask task, bool isQueued)
        where TTask : Task => isQueued ? Started(task) : task;
}
