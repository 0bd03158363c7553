namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of ContinueWhenAny: the continuation is an operation of its own, unless the program chose a scheduler of its own.</summary>
public static class ContinueWhenAnyHooks
{
    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny(Task[], Action{Task})"/>.</summary>
    public static Task ContinueWhenAny(TaskFactory factory, Task[] tasks, Action<Task> continuationAction, string site) =>
        ContinueWhenAny(factory, tasks, continuationAction, Given(factory).CancellationToken, factory.ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny(Task[], Action{Task}, CancellationToken)"/>.</summary>
    public static Task ContinueWhenAny(TaskFactory factory, Task[] tasks, Action<Task> continuationAction, CancellationToken cancellationToken, string site) =>
        ContinueWhenAny(factory, tasks, continuationAction, cancellationToken, Given(factory).ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny(Task[], Action{Task}, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWhenAny(TaskFactory factory, Task[] tasks, Action<Task> continuationAction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAny(factory, tasks, continuationAction, Given(factory).CancellationToken, continuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny(Task[], Action{Task}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWhenAny(
        TaskFactory factory, Task[] tasks, Action<Task> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || tasks is null || continuationAction is null || scheduler is null)
            return factory.ContinueWhenAny(tasks!, continuationAction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), Array.Exists(tasks, static task => task is { IsCompleted: true }));
        Task[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var body = Bodies.After<Task>(winner => continuationAction(Relays.Original(originals, relays, winner)));
        return target.Continued(factory.ContinueWhenAny(relays, body, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}})"/>.</summary>
    public static Task ContinueWhenAny<TAntecedentResult>(TaskFactory factory, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>> continuationAction, string site) =>
        ContinueWhenAny(factory, tasks, continuationAction, Given(factory).CancellationToken, factory.ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}}, CancellationToken)"/>.</summary>
    public static Task ContinueWhenAny<TAntecedentResult>(TaskFactory factory, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>> continuationAction, CancellationToken cancellationToken, string site) =>
        ContinueWhenAny(factory, tasks, continuationAction, cancellationToken, Given(factory).ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}}, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWhenAny<TAntecedentResult>(TaskFactory factory, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>> continuationAction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAny(factory, tasks, continuationAction, Given(factory).CancellationToken, continuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWhenAny<TAntecedentResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || tasks is null || continuationAction is null || scheduler is null)
            return factory.ContinueWhenAny(tasks!, continuationAction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), Array.Exists(tasks, static task => task is { IsCompleted: true }));
        Task<TAntecedentResult>[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var body = Bodies.After<Task<TAntecedentResult>>(winner => continuationAction(Relays.Original(originals, relays, winner)));
        return target.Continued(factory.ContinueWhenAny(relays, body, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny{TResult}(Task[], Func{Task, TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory factory, Task[] tasks, Func<Task, TResult> continuationFunction, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, Given(factory).CancellationToken, factory.ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny{TResult}(Task[], Func{Task, TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory factory, Task[] tasks, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, cancellationToken, Given(factory).ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny{TResult}(Task[], Func{Task, TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory factory, Task[] tasks, Func<Task, TResult> continuationFunction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, Given(factory).CancellationToken, continuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny{TResult}(Task[], Func{Task, TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory factory, Task[] tasks, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || tasks is null || continuationFunction is null || scheduler is null)
            return factory.ContinueWhenAny(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), Array.Exists(tasks, static task => task is { IsCompleted: true }));
        Task[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var body = Bodies.After<Task, TResult>(winner => continuationFunction(Relays.Original(originals, relays, winner)));
        return target.Continued(factory.ContinueWhenAny(relays, body, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(TaskFactory factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, Given(factory).CancellationToken, factory.ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(TaskFactory factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, CancellationToken cancellationToken, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, cancellationToken, Given(factory).ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(TaskFactory factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, Given(factory).CancellationToken, continuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || tasks is null || continuationFunction is null || scheduler is null)
            return factory.ContinueWhenAny(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), Array.Exists(tasks, static task => task is { IsCompleted: true }));
        Task<TAntecedentResult>[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var body = Bodies.After<Task<TAntecedentResult>, TResult>(winner => continuationFunction(Relays.Original(originals, relays, winner)));
        return target.Continued(factory.ContinueWhenAny(relays, body, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAny(Task[], Func{Task, TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory<TResult> factory, Task[] tasks, Func<Task, TResult> continuationFunction, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, Given(factory).CancellationToken, factory.ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAny(Task[], Func{Task, TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory<TResult> factory, Task[] tasks, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, cancellationToken, Given(factory).ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAny(Task[], Func{Task, TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory<TResult> factory, Task[] tasks, Func<Task, TResult> continuationFunction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, Given(factory).CancellationToken, continuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAny(Task[], Func{Task, TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory<TResult> factory, Task[] tasks, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || tasks is null || continuationFunction is null || scheduler is null)
            return factory.ContinueWhenAny(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), Array.Exists(tasks, static task => task is { IsCompleted: true }));
        Task[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var body = Bodies.After<Task, TResult>(winner => continuationFunction(Relays.Original(originals, relays, winner)));
        return target.Continued(factory.ContinueWhenAny(relays, body, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult, TAntecedentResult>(TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, Given(factory).CancellationToken, factory.ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult, TAntecedentResult>(TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, CancellationToken cancellationToken, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, cancellationToken, Given(factory).ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult, TAntecedentResult>(TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, Given(factory).CancellationToken, continuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || tasks is null || continuationFunction is null || scheduler is null)
            return factory.ContinueWhenAny(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), Array.Exists(tasks, static task => task is { IsCompleted: true }));
        Task<TAntecedentResult>[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var body = Bodies.After<Task<TAntecedentResult>, TResult>(winner => continuationFunction(Relays.Original(originals, relays, winner)));
        return target.Continued(factory.ContinueWhenAny(relays, body, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    private static TFactory Given<TFactory>(TFactory factory)
        where TFactory : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory;
    }

    private static TaskScheduler SchedulerOf(TaskScheduler? scheduler) => scheduler ?? TaskScheduler.Current;
}
