using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Execution;

/// <summary>Stands in for the thread pool: each task that is queued becomes an operation of its own.</summary>
/// <param name="loop">The run's loop, which takes the tasks in.</param>
/// <param name="site">The call that sends them here; empty when unknown.</param>
internal sealed class PoolScheduler(StepLoop loop, string site) : TaskScheduler, IPoolModel
{
    private readonly IOperationInbox _inbox = loop;

    public int MinWorkers => loop.Workers.MinWorkers;

    public int MaxWorkers => loop.Workers.MaxWorkers;

    public int WorkerCount => loop.Workers.MadeCount;

    public int BusyCount => loop.Workers.BusyCount;

    public int PendingCount => loop.Workers.PendingCount;

    public long CompletedCount => loop.Workers.CompletedCount;

    public bool SetMin(int count) => loop.Workers.SetMin(count);

    public bool SetMax(int count) => loop.Workers.SetMax(count);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task) => _inbox.Start(() => Execute(task), site);

    // A continuation that asks to run where its task completes does; a task that is waited for runs as an operation, as any other.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _inbox.IsInStep && TryExecuteTask(task);

    // Without a context, as on the thread pool: what continues the task with ConfigureAwait(false) then runs inline when it ends. The task's
    // body has the operation's context all the same: the hook that made the task sets it around the body. The step puts the context back.
    private void Execute(Task task)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        TryExecuteTask(task);
    }
}
