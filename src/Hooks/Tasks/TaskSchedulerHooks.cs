namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of members of <see cref="TaskScheduler"/>.</summary>
public static class TaskSchedulerHooks
{
    /// <summary>In place of TaskScheduler.TryExecuteTask: the task ends without the operation's context, so that what continues it runs inline.</summary>
    public static bool TryExecuteTask(TaskScheduler scheduler, Task task)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        if (Control.Current is not { } control || task is null) return TaskInternals.TryExecuteTask(scheduler, task!);
        using var scope = ContextFreeScope.Enter(control);
        return TaskInternals.TryExecuteTask(scheduler, task);
    }

    /// <summary>In place of <see cref="TaskScheduler.FromCurrentSynchronizationContext"/>: the operation's context is none of the program's.</summary>
    public static TaskScheduler FromCurrentSynchronizationContext()
    {
        if (Control.Current is not { } control) return TaskScheduler.FromCurrentSynchronizationContext();
        using var scope = ContextFreeScope.Enter(control);
        return TaskScheduler.FromCurrentSynchronizationContext();
    }

    /// <summary>In place of <see cref="TaskScheduler.Id"/>: numbered within the run.</summary>
    public static int Id(TaskScheduler scheduler)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        return Control.Current is { } control ? RunNumbers.Of(control, scheduler) : scheduler.Id;
    }
}
