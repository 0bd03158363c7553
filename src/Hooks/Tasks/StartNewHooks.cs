namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of StartNew: the task is an operation of its own, unless the program chose a scheduler of its own.</summary>
public static class StartNewHooks
{
    /// <summary>In place of <see cref="TaskFactory.StartNew(Action)"/>.</summary>
    public static Task StartNew(TaskFactory factory, Action action, string site) =>
        StartNew(factory, action, Given(factory).CancellationToken, factory.CreationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.StartNew(Action, CancellationToken)"/>.</summary>
    public static Task StartNew(TaskFactory factory, Action action, CancellationToken cancellationToken, string site) =>
        StartNew(factory, action, cancellationToken, Given(factory).CreationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.StartNew(Action, TaskCreationOptions)"/>.</summary>
    public static Task StartNew(TaskFactory factory, Action action, TaskCreationOptions creationOptions, string site) =>
        StartNew(factory, action, Given(factory).CancellationToken, creationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.StartNew(Action, CancellationToken, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task StartNew(
        TaskFactory factory, Action action, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || action is null || scheduler is null)
            return factory.StartNew(action!, cancellationToken, creationOptions, scheduler!);
        var target = TaskTarget.Of(control, scheduler, site);
        return target.Started(factory.StartNew(Bodies.Of(action), cancellationToken, target.With(creationOptions), target.Scheduler));
    }

    /// <summary>In place of <see cref="TaskFactory.StartNew(Action{object}, object)"/>.</summary>
    public static Task StartNew(TaskFactory factory, Action<object?> action, object? state, string site) =>
        StartNew(factory, action, state, Given(factory).CancellationToken, factory.CreationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.StartNew(Action{object}, object, CancellationToken)"/>.</summary>
    public static Task StartNew(TaskFactory factory, Action<object?> action, object? state, CancellationToken cancellationToken, string site) =>
        StartNew(factory, action, state, cancellationToken, Given(factory).CreationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.StartNew(Action{object}, object, TaskCreationOptions)"/>.</summary>
    public static Task StartNew(TaskFactory factory, Action<object?> action, object? state, TaskCreationOptions creationOptions, string site) =>
        StartNew(factory, action, state, Given(factory).CancellationToken, creationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.StartNew(Action{object}, object, CancellationToken, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task StartNew(
        TaskFactory factory, Action<object?> action, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || action is null || scheduler is null)
            return factory.StartNew(action!, state, cancellationToken, creationOptions, scheduler!);
        var target = TaskTarget.Of(control, scheduler, site);
        return target.Started(factory.StartNew(Bodies.Of(action), state, cancellationToken, target.With(creationOptions), target.Scheduler));
    }

    /// <summary>In place of <see cref="TaskFactory.StartNew{TResult}(Func{TResult})"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory factory, Func<TResult> function, string site) =>
        StartNew(factory, function, Given(factory).CancellationToken, factory.CreationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.StartNew{TResult}(Func{TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory factory, Func<TResult> function, CancellationToken cancellationToken, string site) =>
        StartNew(factory, function, cancellationToken, Given(factory).CreationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.StartNew{TResult}(Func{TResult}, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory factory, Func<TResult> function, TaskCreationOptions creationOptions, string site) =>
        StartNew(factory, function, Given(factory).CancellationToken, creationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.StartNew{TResult}(Func{TResult}, CancellationToken, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(
        TaskFactory factory, Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || function is null || scheduler is null)
            return factory.StartNew(function!, cancellationToken, creationOptions, scheduler!);
        var target = TaskTarget.Of(control, scheduler, site);
        return target.Started(factory.StartNew(Bodies.Of(function), cancellationToken, target.With(creationOptions), target.Scheduler));
    }

    /// <summary>In place of <see cref="TaskFactory.StartNew{TResult}(Func{object, TResult}, object)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory factory, Func<object?, TResult> function, object? state, string site) =>
        StartNew(factory, function, state, Given(factory).CancellationToken, factory.CreationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.StartNew{TResult}(Func{object, TResult}, object, CancellationToken)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory factory, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, string site) =>
        StartNew(factory, function, state, cancellationToken, Given(factory).CreationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.StartNew{TResult}(Func{object, TResult}, object, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory factory, Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions, string site) =>
        StartNew(factory, function, state, Given(factory).CancellationToken, creationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory.StartNew{TResult}(Func{object, TResult}, object, CancellationToken, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(
        TaskFactory factory, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || function is null || scheduler is null)
            return factory.StartNew(function!, state, cancellationToken, creationOptions, scheduler!);
        var target = TaskTarget.Of(control, scheduler, site);
        return target.Started(factory.StartNew(Bodies.Of(function), state, cancellationToken, target.With(creationOptions), target.Scheduler));
    }

    /// <summary>In place of <see cref="TaskFactory{TResult}.StartNew(Func{TResult})"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory<TResult> factory, Func<TResult> function, string site) =>
        StartNew(factory, function, Given(factory).CancellationToken, factory.CreationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.StartNew(Func{TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory<TResult> factory, Func<TResult> function, CancellationToken cancellationToken, string site) =>
        StartNew(factory, function, cancellationToken, Given(factory).CreationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.StartNew(Func{TResult}, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory<TResult> factory, Func<TResult> function, TaskCreationOptions creationOptions, string site) =>
        StartNew(factory, function, Given(factory).CancellationToken, creationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.StartNew(Func{TResult}, CancellationToken, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(
        TaskFactory<TResult> factory, Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || function is null || scheduler is null)
            return factory.StartNew(function!, cancellationToken, creationOptions, scheduler!);
        var target = TaskTarget.Of(control, scheduler, site);
        return target.Started(factory.StartNew(Bodies.Of(function), cancellationToken, target.With(creationOptions), target.Scheduler));
    }

    /// <summary>In place of <see cref="TaskFactory{TResult}.StartNew(Func{object, TResult}, object)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory<TResult> factory, Func<object?, TResult> function, object? state, string site) =>
        StartNew(factory, function, state, Given(factory).CancellationToken, factory.CreationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.StartNew(Func{object, TResult}, object, CancellationToken)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory<TResult> factory, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, string site) =>
        StartNew(factory, function, state, cancellationToken, Given(factory).CreationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.StartNew(Func{object, TResult}, object, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory<TResult> factory, Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions, string site) =>
        StartNew(factory, function, state, Given(factory).CancellationToken, creationOptions, SchedulerOf(factory.Scheduler), site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.StartNew(Func{object, TResult}, object, CancellationToken, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(
        TaskFactory<TResult> factory, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || function is null || scheduler is null)
            return factory.StartNew(function!, state, cancellationToken, creationOptions, scheduler!);
        var target = TaskTarget.Of(control, scheduler, site);
        return target.Started(factory.StartNew(Bodies.Of(function), state, cancellationToken, target.With(creationOptions), target.Scheduler));
    }

    private static TFactory Given<TFactory>(TFactory factory)
        where TFactory : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory;
    }

    private static TaskScheduler SchedulerOf(TaskScheduler? scheduler) => scheduler ?? TaskScheduler.Current;
}
