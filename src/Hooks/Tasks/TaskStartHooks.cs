namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the members of <see cref="Task"/> that start a task that was made before.</summary>
public static class TaskStartHooks
{
    /// <summary>In place of <see cref="Task.Start()"/>.</summary>
    public static void Start(Task task, string site) => Start(task, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.Start(TaskScheduler)"/>.</summary>
    public static void Start(Task task, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is not { } control || scheduler is null || task.Status != TaskStatus.Created)
        {
            task.Start(scheduler!);
            return;
        }

        var target = TaskTarget.Of(control, scheduler, site);
        Interlocked.Or(ref TaskInternals.FlagsOf(task), (int)target.With(TaskCreationOptions.None));
        task.Start(target.Scheduler);
        target.Started(task);
    }

    /// <summary>In place of <see cref="Task.RunSynchronously()"/>.</summary>
    public static void RunSynchronously(Task task, string site) => RunSynchronously(task, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.RunSynchronously(TaskScheduler)"/>: children of the task are waited for under control.</summary>
    public static void RunSynchronously(Task task, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is not { } control || scheduler is null)
        {
            task.RunSynchronously(scheduler!);
            return;
        }

        using (ContextFreeScope.Enter(control)) TaskInternals.RunSynchronously(task, scheduler, waitForCompletion: false);
        TaskWaits.Until(control, task, new WaitLimit(Timeout.InfiniteTimeSpan, site));
    }
}
