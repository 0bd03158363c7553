namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of members of <see cref="Task"/> that start tasks or wait for them.</summary>
public static class TaskHooks
{
    private const TaskCreationOptions RunOptions = TaskCreationOptions.DenyChildAttach;

    /// <summary>In place of <see cref="Task.Run(Action)"/>.</summary>
    public static Task Run(Action action, string site) => Run(action, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.Run(Action, CancellationToken)"/>.</summary>
    public static Task Run(Action action, CancellationToken cancellationToken, string site) =>
        Control.Current is { } control && action is not null
            ? Task.Factory.StartNew(action, cancellationToken, RunOptions | TaskCreationOptions.HideScheduler, control.Pool)
            : Task.Run(action!, cancellationToken);

    /// <summary>In place of <see cref="Task.Run{TResult}(Func{TResult})"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<TResult> function, string site) => Run(function, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.Run{TResult}(Func{TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<TResult> function, CancellationToken cancellationToken, string site) =>
        Control.Current is { } control && function is not null
            ? Task.Factory.StartNew(function, cancellationToken, RunOptions | TaskCreationOptions.HideScheduler, control.Pool)
            : Task.Run(function!, cancellationToken);

    /// <summary>In place of <see cref="Task.Run(Func{Task})"/>.</summary>
    public static Task Run(Func<Task> function, string site) => Run(function, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.Run(Func{Task}, CancellationToken)"/>.</summary>
    public static Task Run(Func<Task> function, CancellationToken cancellationToken, string site) =>
        Control.Current is { } control && function is not null
            ? Task.Factory.StartNew(function!, cancellationToken, RunOptions | TaskCreationOptions.HideScheduler, control.Pool).Unwrap()
            : Task.Run(function!, cancellationToken);

    /// <summary>In place of <see cref="Task.Run{TResult}(Func{Task{TResult}})"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<Task<TResult>> function, string site) => Run(function, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.Run{TResult}(Func{Task{TResult}}, CancellationToken)"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<Task<TResult>> function, CancellationToken cancellationToken, string site) =>
        Control.Current is { } control && function is not null
            ? Task.Factory.StartNew(function!, cancellationToken, RunOptions | TaskCreationOptions.HideScheduler, control.Pool).Unwrap()
            : Task.Run(function!, cancellationToken);

    /// <summary>In place of <see cref="Task.Wait()"/>.</summary>
    public static void Wait(Task task, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is { } control) Until(control, task, new WaitLimit(Timeout.InfiniteTimeSpan, site), CancellationToken.None);
        task.Wait();
    }

    /// <summary>In place of <see cref="Task{TResult}.Result"/>.</summary>
    public static TResult Result<TResult>(Task<TResult> task, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is { } control) Until(control, task, new WaitLimit(Timeout.InfiniteTimeSpan, site), CancellationToken.None);
        return task.Result;
    }

    private static bool Until(IControl control, Task task, WaitLimit limit, CancellationToken cancellationToken)
    {
        if (!task.IsCompleted) Waits.Until(control, () => task.IsCompleted || cancellationToken.IsCancellationRequested, () => new TaskBlockage(task, cancellationToken), limit);
        if (task.IsCompleted) control.Acquired(task);
        return task.IsCompleted;
    }
}
