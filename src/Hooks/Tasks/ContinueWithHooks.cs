namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of ContinueWith: the continuation is an operation of its own, unless it runs where its task completes.</summary>
public static class ContinueWithHooks
{
    /// <summary>In place of <see cref="Task.ContinueWith(Action{Task})"/>.</summary>
    public static Task ContinueWith(Task task, Action<Task> continuationAction, string site) =>
        ContinueWith(task, continuationAction, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.ContinueWith(Action{Task}, CancellationToken)"/>.</summary>
    public static Task ContinueWith(Task task, Action<Task> continuationAction, CancellationToken cancellationToken, string site) =>
        ContinueWith(task, continuationAction, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.ContinueWith(Action{Task}, TaskScheduler)"/>.</summary>
    public static Task ContinueWith(Task task, Action<Task> continuationAction, TaskScheduler scheduler, string site) =>
        ContinueWith(task, continuationAction, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>In place of <see cref="Task.ContinueWith(Action{Task}, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWith(Task task, Action<Task> continuationAction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWith(task, continuationAction, CancellationToken.None, continuationOptions, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.ContinueWith(Action{Task}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWith(
        Task task, Action<Task> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is not { } control || continuationAction is null || scheduler is null)
            return task.ContinueWith(continuationAction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), task.IsCompleted);
        return target.Continued(task.ContinueWith(Bodies.After(continuationAction), cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="Task.ContinueWith(Action{Task, object}, object)"/>.</summary>
    public static Task ContinueWith(Task task, Action<Task, object?> continuationAction, object? state, string site) =>
        ContinueWith(task, continuationAction, state, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.ContinueWith(Action{Task, object}, object, CancellationToken)"/>.</summary>
    public static Task ContinueWith(Task task, Action<Task, object?> continuationAction, object? state, CancellationToken cancellationToken, string site) =>
        ContinueWith(task, continuationAction, state, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.ContinueWith(Action{Task, object}, object, TaskScheduler)"/>.</summary>
    public static Task ContinueWith(Task task, Action<Task, object?> continuationAction, object? state, TaskScheduler scheduler, string site) =>
        ContinueWith(task, continuationAction, state, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>In place of <see cref="Task.ContinueWith(Action{Task, object}, object, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWith(Task task, Action<Task, object?> continuationAction, object? state, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWith(task, continuationAction, state, CancellationToken.None, continuationOptions, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.ContinueWith(Action{Task, object}, object, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWith(
        Task task, Action<Task, object?> continuationAction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is not { } control || continuationAction is null || scheduler is null)
            return task.ContinueWith(continuationAction!, state, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), task.IsCompleted);
        return target.Continued(task.ContinueWith(Bodies.After(continuationAction), state, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="Task.ContinueWith{TResult}(Func{Task, TResult})"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task task, Func<Task, TResult> continuationFunction, string site) =>
        ContinueWith(task, continuationFunction, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.ContinueWith{TResult}(Func{Task, TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task task, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, string site) =>
        ContinueWith(task, continuationFunction, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.ContinueWith{TResult}(Func{Task, TResult}, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task task, Func<Task, TResult> continuationFunction, TaskScheduler scheduler, string site) =>
        ContinueWith(task, continuationFunction, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>In place of <see cref="Task.ContinueWith{TResult}(Func{Task, TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task task, Func<Task, TResult> continuationFunction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWith(task, continuationFunction, CancellationToken.None, continuationOptions, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.ContinueWith{TResult}(Func{Task, TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(
        Task task, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is not { } control || continuationFunction is null || scheduler is null)
            return task.ContinueWith(continuationFunction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), task.IsCompleted);
        return target.Continued(task.ContinueWith(Bodies.After(continuationFunction), cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="Task.ContinueWith{TResult}(Func{Task, object, TResult}, object)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task task, Func<Task, object?, TResult> continuationFunction, object? state, string site) =>
        ContinueWith(task, continuationFunction, state, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.ContinueWith{TResult}(Func{Task, object, TResult}, object, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task task, Func<Task, object?, TResult> continuationFunction, object? state, CancellationToken cancellationToken, string site) =>
        ContinueWith(task, continuationFunction, state, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.ContinueWith{TResult}(Func{Task, object, TResult}, object, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task task, Func<Task, object?, TResult> continuationFunction, object? state, TaskScheduler scheduler, string site) =>
        ContinueWith(task, continuationFunction, state, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>In place of <see cref="Task.ContinueWith{TResult}(Func{Task, object, TResult}, object, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task task, Func<Task, object?, TResult> continuationFunction, object? state, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWith(task, continuationFunction, state, CancellationToken.None, continuationOptions, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task.ContinueWith{TResult}(Func{Task, object, TResult}, object, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(
        Task task, Func<Task, object?, TResult> continuationFunction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is not { } control || continuationFunction is null || scheduler is null)
            return task.ContinueWith(continuationFunction!, state, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), task.IsCompleted);
        return target.Continued(task.ContinueWith(Bodies.After(continuationFunction), state, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith(Action{Task{TAntecedent}})"/>.</summary>
    public static Task ContinueWith<TAntecedent>(Task<TAntecedent> task, Action<Task<TAntecedent>> continuationAction, string site) =>
        ContinueWith(task, continuationAction, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith(Action{Task{TAntecedent}}, CancellationToken)"/>.</summary>
    public static Task ContinueWith<TAntecedent>(Task<TAntecedent> task, Action<Task<TAntecedent>> continuationAction, CancellationToken cancellationToken, string site) =>
        ContinueWith(task, continuationAction, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith(Action{Task{TAntecedent}}, TaskScheduler)"/>.</summary>
    public static Task ContinueWith<TAntecedent>(Task<TAntecedent> task, Action<Task<TAntecedent>> continuationAction, TaskScheduler scheduler, string site) =>
        ContinueWith(task, continuationAction, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith(Action{Task{TAntecedent}}, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWith<TAntecedent>(Task<TAntecedent> task, Action<Task<TAntecedent>> continuationAction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWith(task, continuationAction, CancellationToken.None, continuationOptions, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith(Action{Task{TAntecedent}}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWith<TAntecedent>(
        Task<TAntecedent> task, Action<Task<TAntecedent>> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is not { } control || continuationAction is null || scheduler is null)
            return task.ContinueWith(continuationAction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), task.IsCompleted);
        return target.Continued(task.ContinueWith(Bodies.After(continuationAction), cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith(Action{Task{TAntecedent}, object}, object)"/>.</summary>
    public static Task ContinueWith<TAntecedent>(Task<TAntecedent> task, Action<Task<TAntecedent>, object?> continuationAction, object? state, string site) =>
        ContinueWith(task, continuationAction, state, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith(Action{Task{TAntecedent}, object}, object, CancellationToken)"/>.</summary>
    public static Task ContinueWith<TAntecedent>(Task<TAntecedent> task, Action<Task<TAntecedent>, object?> continuationAction, object? state, CancellationToken cancellationToken, string site) =>
        ContinueWith(task, continuationAction, state, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith(Action{Task{TAntecedent}, object}, object, TaskScheduler)"/>.</summary>
    public static Task ContinueWith<TAntecedent>(Task<TAntecedent> task, Action<Task<TAntecedent>, object?> continuationAction, object? state, TaskScheduler scheduler, string site) =>
        ContinueWith(task, continuationAction, state, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith(Action{Task{TAntecedent}, object}, object, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWith<TAntecedent>(Task<TAntecedent> task, Action<Task<TAntecedent>, object?> continuationAction, object? state, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWith(task, continuationAction, state, CancellationToken.None, continuationOptions, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith(Action{Task{TAntecedent}, object}, object, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWith<TAntecedent>(
        Task<TAntecedent> task, Action<Task<TAntecedent>, object?> continuationAction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is not { } control || continuationAction is null || scheduler is null)
            return task.ContinueWith(continuationAction!, state, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), task.IsCompleted);
        return target.Continued(task.ContinueWith(Bodies.After(continuationAction), state, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith{TResult}(Func{Task{TAntecedent}, TResult})"/>.</summary>
    public static Task<TResult> ContinueWith<TAntecedent, TResult>(Task<TAntecedent> task, Func<Task<TAntecedent>, TResult> continuationFunction, string site) =>
        ContinueWith(task, continuationFunction, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith{TResult}(Func{Task{TAntecedent}, TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWith<TAntecedent, TResult>(Task<TAntecedent> task, Func<Task<TAntecedent>, TResult> continuationFunction, CancellationToken cancellationToken, string site) =>
        ContinueWith(task, continuationFunction, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith{TResult}(Func{Task{TAntecedent}, TResult}, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWith<TAntecedent, TResult>(Task<TAntecedent> task, Func<Task<TAntecedent>, TResult> continuationFunction, TaskScheduler scheduler, string site) =>
        ContinueWith(task, continuationFunction, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith{TResult}(Func{Task{TAntecedent}, TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWith<TAntecedent, TResult>(Task<TAntecedent> task, Func<Task<TAntecedent>, TResult> continuationFunction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWith(task, continuationFunction, CancellationToken.None, continuationOptions, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith{TResult}(Func{Task{TAntecedent}, TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWith<TAntecedent, TResult>(
        Task<TAntecedent> task, Func<Task<TAntecedent>, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is not { } control || continuationFunction is null || scheduler is null)
            return task.ContinueWith(continuationFunction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), task.IsCompleted);
        return target.Continued(task.ContinueWith(Bodies.After(continuationFunction), cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith{TResult}(Func{Task{TAntecedent}, object, TResult}, object)"/>.</summary>
    public static Task<TResult> ContinueWith<TAntecedent, TResult>(Task<TAntecedent> task, Func<Task<TAntecedent>, object?, TResult> continuationFunction, object? state, string site) =>
        ContinueWith(task, continuationFunction, state, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith{TResult}(Func{Task{TAntecedent}, object, TResult}, object, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWith<TAntecedent, TResult>(Task<TAntecedent> task, Func<Task<TAntecedent>, object?, TResult> continuationFunction, object? state, CancellationToken cancellationToken, string site) =>
        ContinueWith(task, continuationFunction, state, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith{TResult}(Func{Task{TAntecedent}, object, TResult}, object, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWith<TAntecedent, TResult>(Task<TAntecedent> task, Func<Task<TAntecedent>, object?, TResult> continuationFunction, object? state, TaskScheduler scheduler, string site) =>
        ContinueWith(task, continuationFunction, state, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith{TResult}(Func{Task{TAntecedent}, object, TResult}, object, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWith<TAntecedent, TResult>(Task<TAntecedent> task, Func<Task<TAntecedent>, object?, TResult> continuationFunction, object? state, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWith(task, continuationFunction, state, CancellationToken.None, continuationOptions, TaskScheduler.Current, site);

    /// <summary>In place of <see cref="Task{TAntecedent}.ContinueWith{TResult}(Func{Task{TAntecedent}, object, TResult}, object, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWith<TAntecedent, TResult>(
        Task<TAntecedent> task, Func<Task<TAntecedent>, object?, TResult> continuationFunction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is not { } control || continuationFunction is null || scheduler is null)
            return task.ContinueWith(continuationFunction!, state, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), task.IsCompleted);
        return target.Continued(task.ContinueWith(Bodies.After(continuationFunction), state, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }
}
