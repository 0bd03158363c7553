namespace ReplayKit.Hooks;

/// <summary>Runs what is queued to it at once, on the thread that queues: a continuation of it sees tasks complete in their order.</summary>
/// <remarks>For hooks' own continuations alone, which run nothing of the program's.</remarks>
internal sealed class InlineScheduler : TaskScheduler
{
    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task) => TryExecuteTask(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);
}
