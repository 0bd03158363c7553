using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>Stands in for the thread pool: each task that is queued becomes an operation of its own.</summary>
internal sealed class PoolScheduler(IOperationInbox inbox) : TaskScheduler
{
    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task) => inbox.Post(null, StepKind.Start, "", () => TryExecuteTask(task));

    // A continuation that asks to run where its task completes does; a task that is waited for runs as an operation, as any other.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && inbox.IsInStep && TryExecuteTask(task);
}
