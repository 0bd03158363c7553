namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of ContinueWhenAll: the continuation is an operation of its own, unless the program chose a scheduler of its own.</summary>
public static class ContinueWhenAllHooks
{
    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll(Task[], Action{Task[]})"/>.</summary>
    public static Task ContinueWhenAll(TaskFactory factory, Task[] tasks, Action<Task[]> continuationAction, string site) =>
        ContinueWhenAll(factory, tasks, continuationAction, Given(factory).CancellationToken, factory.ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll(Task[], Action{Task[]}, CancellationToken)"/>.</summary>
    public static Task ContinueWhenAll(TaskFactory factory, Task[] tasks, Action<Task[]> continuationAction, CancellationToken cancellationToken, string site) =>
        ContinueWhenAll(factory, tasks, continuationAction, cancellationToken, Given(factory).ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll(Task[], Action{Task[]}, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWhenAll(TaskFactory factory, Task[] tasks, Action<Task[]> continuationAction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAll(factory, tasks, continuationAction, Given(factory).CancellationToken, continuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll(Task[], Action{Task[]}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWhenAll(
        TaskFactory factory, Task[] tasks, Action<Task[]> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || tasks is null || continuationAction is null || scheduler is null)
            return factory.ContinueWhenAll(tasks!, continuationAction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), Array.TrueForAll(tasks, static task => task is { IsCompleted: true }));
        Task[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var body = Bodies.After<Task[]>(_ => continuationAction(originals));
        return target.Continued(factory.ContinueWhenAll(relays, body, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}[]})"/>.</summary>
    public static Task ContinueWhenAll<TAntecedentResult>(TaskFactory factory, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>[]> continuationAction, string site) =>
        ContinueWhenAll(factory, tasks, continuationAction, Given(factory).CancellationToken, factory.ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}[]}, CancellationToken)"/>.</summary>
    public static Task ContinueWhenAll<TAntecedentResult>(TaskFactory factory, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>[]> continuationAction, CancellationToken cancellationToken, string site) =>
        ContinueWhenAll(factory, tasks, continuationAction, cancellationToken, Given(factory).ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}[]}, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWhenAll<TAntecedentResult>(TaskFactory factory, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>[]> continuationAction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAll(factory, tasks, continuationAction, Given(factory).CancellationToken, continuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}[]}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWhenAll<TAntecedentResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>[]> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || tasks is null || continuationAction is null || scheduler is null)
            return factory.ContinueWhenAll(tasks!, continuationAction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), Array.TrueForAll(tasks, static task => task is { IsCompleted: true }));
        Task<TAntecedentResult>[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var body = Bodies.After<Task<TAntecedentResult>[]>(_ => continuationAction(originals));
        return target.Continued(factory.ContinueWhenAll(relays, body, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll{TResult}(Task[], Func{Task[], TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory factory, Task[] tasks, Func<Task[], TResult> continuationFunction, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, Given(factory).CancellationToken, factory.ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll{TResult}(Task[], Func{Task[], TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory factory, Task[] tasks, Func<Task[], TResult> continuationFunction, CancellationToken cancellationToken, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, cancellationToken, Given(factory).ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll{TResult}(Task[], Func{Task[], TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory factory, Task[] tasks, Func<Task[], TResult> continuationFunction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, Given(factory).CancellationToken, continuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll{TResult}(Task[], Func{Task[], TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory factory, Task[] tasks, Func<Task[], TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || tasks is null || continuationFunction is null || scheduler is null)
            return factory.ContinueWhenAll(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), Array.TrueForAll(tasks, static task => task is { IsCompleted: true }));
        Task[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var body = Bodies.After<Task[], TResult>(_ => continuationFunction(originals));
        return target.Continued(factory.ContinueWhenAll(relays, body, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(TaskFactory factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, Given(factory).CancellationToken, factory.ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(TaskFactory factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, CancellationToken cancellationToken, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, cancellationToken, Given(factory).ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(TaskFactory factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, Given(factory).CancellationToken, continuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || tasks is null || continuationFunction is null || scheduler is null)
            return factory.ContinueWhenAll(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), Array.TrueForAll(tasks, static task => task is { IsCompleted: true }));
        Task<TAntecedentResult>[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var body = Bodies.After<Task<TAntecedentResult>[], TResult>(_ => continuationFunction(originals));
        return target.Continued(factory.ContinueWhenAll(relays, body, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAll(Task[], Func{Task[], TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory<TResult> factory, Task[] tasks, Func<Task[], TResult> continuationFunction, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, Given(factory).CancellationToken, factory.ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAll(Task[], Func{Task[], TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory<TResult> factory, Task[] tasks, Func<Task[], TResult> continuationFunction, CancellationToken cancellationToken, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, cancellationToken, Given(factory).ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAll(Task[], Func{Task[], TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory<TResult> factory, Task[] tasks, Func<Task[], TResult> continuationFunction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, Given(factory).CancellationToken, continuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAll(Task[], Func{Task[], TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory<TResult> factory, Task[] tasks, Func<Task[], TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || tasks is null || continuationFunction is null || scheduler is null)
            return factory.ContinueWhenAll(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), Array.TrueForAll(tasks, static task => task is { IsCompleted: true }));
        Task[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var body = Bodies.After<Task[], TResult>(_ => continuationFunction(originals));
        return target.Continued(factory.ContinueWhenAll(relays, body, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult, TAntecedentResult>(TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, Given(factory).CancellationToken, factory.ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult, TAntecedentResult>(TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, CancellationToken cancellationToken, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, cancellationToken, Given(factory).ContinuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult, TAntecedentResult>(TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, Given(factory).CancellationToken, continuationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || tasks is null || continuationFunction is null || scheduler is null)
            return factory.ContinueWhenAll(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler!);
        var (target, isQueued) = (TaskTarget.Of(control, scheduler, site), Array.TrueForAll(tasks, static task => task is { IsCompleted: true }));
        Task<TAntecedentResult>[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var body = Bodies.After<Task<TAntecedentResult>[], TResult>(_ => continuationFunction(originals));
        return target.Continued(factory.ContinueWhenAll(relays, body, cancellationToken, target.With(continuationOptions), target.Scheduler), isQueued);
    }

    private static TFactory Given<TFactory>(TFactory factory)
        where TFactory : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory;
    }

    private static TaskScheduler SchedulerOf(TaskScheduler? scheduler) => scheduler ?? TaskScheduler.Current;
}
