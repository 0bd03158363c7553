using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>Runs an operation's first task as a step. It is a real task, so that a recording of the replay shows whose it is.</summary>
internal sealed class OperationTaskScheduler(Operation operation, IOperationInbox inbox) : TaskScheduler
{
    public override int MaximumConcurrencyLevel => 1;

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task) =>
        inbox.Post(operation, operation.Body is null ? StepKind.Arrival : StepKind.Posted, "", () => TryExecuteTask(task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
}
