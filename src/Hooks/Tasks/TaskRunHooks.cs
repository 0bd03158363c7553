namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Task.Run(Action)"/>: the task is an operation of its own.</summary>
public static class TaskRunHooks
{
    private const TaskCreationOptions RunOptions = TaskCreationOptions.DenyChildAttach;

    /// <summary>In place of <see cref="Task.Run(Action)"/>.</summary>
    public static Task Run(Action action, string site) => Run(action, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.Run(Action, CancellationToken)"/>.</summary>
    public static Task Run(Action action, CancellationToken cancellationToken, string site)
    {
        if (Control.Current is not { } control || action is null) return Task.Run(action!, cancellationToken);
        var target = TaskTarget.Of(control, TaskScheduler.Default, site);
        return target.Started(Task.Factory.StartNew(Bodies.Of(action), cancellationToken, target.With(RunOptions), target.Scheduler));
    }

    /// <summary>In place of <see cref="Task.Run{TResult}(Func{TResult})"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<TResult> function, string site) => Run(function, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.Run{TResult}(Func{TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<TResult> function, CancellationToken cancellationToken, string site) =>
        Control.Current is { } control && function is not null ? Start(control, function, cancellationToken, site) : Task.Run(function!, cancellationToken);

    /// <summary>In place of <see cref="Task.Run(Func{Task})"/>.</summary>
    public static Task Run(Func<Task> function, string site) => Run(function, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.Run(Func{Task}, CancellationToken)"/>.</summary>
    public static Task Run(Func<Task> function, CancellationToken cancellationToken, string site) =>
        Control.Current is { } control && function is not null
            ? Start<Task>(control, () => Relays.Of(control, function(), site), cancellationToken, site).Unwrap()
            : Task.Run(function!, cancellationToken);

    /// <summary>In place of <see cref="Task.Run{TResult}(Func{Task{TResult}})"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<Task<TResult>> function, string site) => Run(function, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.Run{TResult}(Func{Task{TResult}}, CancellationToken)"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<Task<TResult>> function, CancellationToken cancellationToken, string site) =>
        Control.Current is { } control && function is not null
            ? Start<Task<TResult>>(control, () => Relays.Of(control, function(), site), cancellationToken, site).Unwrap()
            : Task.Run(function!, cancellationToken);

    private static Task<TResult> Start<TResult>(IControl control, Func<TResult> function, CancellationToken cancellationToken, string site)
    {
        var target = TaskTarget.Of(control, TaskScheduler.Default, site);
        return target.Started(Task.Factory.StartNew(Bodies.Of(function), cancellationToken, target.With(RunOptions), target.Scheduler));
    }
}
