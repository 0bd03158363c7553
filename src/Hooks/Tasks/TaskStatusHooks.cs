namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the properties of <see cref="Task"/> that tell how far it is. To ask a task that is not over is a scheduling point: code may ask until it is.</summary>
public static class TaskStatusHooks
{
    /// <summary>In place of <see cref="Task.IsCompleted"/>.</summary>
    public static bool IsCompleted(Task task, string site) => Asked(task, site).IsCompleted;

    /// <summary>In place of <see cref="Task.IsCompletedSuccessfully"/>.</summary>
    public static bool IsCompletedSuccessfully(Task task, string site) => Asked(task, site).IsCompletedSuccessfully;

    /// <summary>In place of <see cref="Task.IsFaulted"/>.</summary>
    public static bool IsFaulted(Task task, string site) => Asked(task, site).IsFaulted;

    /// <summary>In place of <see cref="Task.IsCanceled"/>.</summary>
    public static bool IsCanceled(Task task, string site) => Asked(task, site).IsCanceled;

    /// <summary>In place of <see cref="Task.Status"/>.</summary>
    public static TaskStatus Status(Task task, string site) => Asked(task, site).Status;

    /// <summary>In place of <see cref="Task.Exception"/>.</summary>
    public static AggregateException? Exception(Task task, string site) => Asked(task, site).Exception;

    /// <summary>In place of <see cref="Task.Id"/>: under control tasks are numbered in the order in which they are asked, as a process that runs one schedule would.</summary>
    public static int Id(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Control.Current is { } control ? RunNumbers.Of(control, task) : task.Id;
    }

    /// <summary>In place of <see cref="Task.CurrentId"/>.</summary>
    public static int? CurrentId => Control.Current is not { } control ? Task.CurrentId : TaskInternals.Current(null) is { } task ? RunNumbers.Of(control, task) : null;

    private static Task Asked(Task task, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is not { } control) return task;
        if (!task.IsCompleted) control.Point(PointKind.Atomic, task, site);
        if (task.IsCompleted) control.Acquired(task);
        return task;
    }
}
