namespace ReplayKit.Replayer.Execution;

/// <summary>Stands in for the thread pool: each task that is queued becomes an operation of its own.</summary>
/// <param name="inbox">Takes the tasks in.</param>
/// <param name="site">The call that sends them here; empty when unknown.</param>
internal sealed class PoolScheduler(IOperationInbox inbox, string site) : TaskScheduler
{
    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task) => inbox.Start(() => Execute(task), site);

    // A continuation that asks to run where its task completes does; a task that is waited for runs as an operation, as any other.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && inbox.IsInStep && TryExecuteTask(task);

    // Without a context, as on the thread pool: what continues the task with ConfigureAwait(false) then runs inline when it ends. The task's
    // body has the operation's context all the same: the hook that made the task sets it around the body. The step puts the context back.
    private void Execute(Task task)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        TryExecuteTask(task);
    }
}
