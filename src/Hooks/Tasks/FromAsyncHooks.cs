namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of FromAsync on a call that was begun before: the runtime waits for it on the thread pool, and control asks whether it is over.</summary>
public static class FromAsyncHooks
{
    /// <summary>In place of <see cref="TaskFactory.FromAsync(IAsyncResult, Action{IAsyncResult})"/>.</summary>
    public static Task FromAsync(TaskFactory factory, IAsyncResult asyncResult, Action<IAsyncResult> endMethod, string site) =>
        FromAsync(factory, asyncResult, endMethod, OptionsOf(factory), site);

    /// <summary>In place of <see cref="TaskFactory.FromAsync(IAsyncResult, Action{IAsyncResult}, TaskCreationOptions)"/>.</summary>
    public static Task FromAsync(TaskFactory factory, IAsyncResult asyncResult, Action<IAsyncResult> endMethod, TaskCreationOptions creationOptions, string site) =>
        FromAsync(factory, asyncResult, endMethod, creationOptions, factory?.Scheduler ?? TaskScheduler.Current, site);

    /// <summary>In place of <see cref="TaskFactory.FromAsync(IAsyncResult, Action{IAsyncResult}, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task FromAsync(TaskFactory factory, IAsyncResult asyncResult, Action<IAsyncResult> endMethod, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Control.Current is not { } control || endMethod is null || scheduler is null || asyncResult is null or { IsCompleted: true })
            return factory.FromAsync(asyncResult!, endMethod!, creationOptions, scheduler!);
        var promise = new TaskCompletionSource(creationOptions);
        control.QueueAfter(new AsyncResultPending(asyncResult), () => promise.SetFromTask(factory.FromAsync(asyncResult, endMethod, creationOptions, scheduler)), site);
        return promise.Task;
    }

    /// <summary>In place of <see cref="TaskFactory.FromAsync{TResult}(IAsyncResult, Func{IAsyncResult, TResult})"/>.</summary>
    public static Task<TResult> FromAsync<TResult>(TaskFactory factory, IAsyncResult asyncResult, Func<IAsyncResult, TResult> endMethod, string site) =>
        FromAsync(factory, asyncResult, endMethod, OptionsOf(factory), site);

    /// <summary>In place of <see cref="TaskFactory.FromAsync{TResult}(IAsyncResult, Func{IAsyncResult, TResult}, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> FromAsync<TResult>(TaskFactory factory, IAsyncResult asyncResult, Func<IAsyncResult, TResult> endMethod, TaskCreationOptions creationOptions, string site) =>
        FromAsync(factory, asyncResult, endMethod, creationOptions, factory?.Scheduler ?? TaskScheduler.Current, site);

    /// <summary>In place of <see cref="TaskFactory.FromAsync{TResult}(IAsyncResult, Func{IAsyncResult, TResult}, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> FromAsync<TResult>(
        TaskFactory factory, IAsyncResult asyncResult, Func<IAsyncResult, TResult> endMethod, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return Begun(new TaskFactory<TResult>(factory.Scheduler), asyncResult, new Ending<TResult>(endMethod, creationOptions, scheduler), site);
    }

    /// <summary>In place of <see cref="TaskFactory{TResult}.FromAsync(IAsyncResult, Func{IAsyncResult, TResult})"/>.</summary>
    public static Task<TResult> FromAsync<TResult>(TaskFactory<TResult> factory, IAsyncResult asyncResult, Func<IAsyncResult, TResult> endMethod, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return FromAsync(factory, asyncResult, endMethod, factory.CreationOptions, site);
    }

    /// <summary>In place of <see cref="TaskFactory{TResult}.FromAsync(IAsyncResult, Func{IAsyncResult, TResult}, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> FromAsync<TResult>(TaskFactory<TResult> factory, IAsyncResult asyncResult, Func<IAsyncResult, TResult> endMethod, TaskCreationOptions creationOptions, string site) =>
        FromAsync(factory, asyncResult, endMethod, creationOptions, factory?.Scheduler ?? TaskScheduler.Current, site);

    /// <summary>In place of <see cref="TaskFactory{TResult}.FromAsync(IAsyncResult, Func{IAsyncResult, TResult}, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> FromAsync<TResult>(
        TaskFactory<TResult> factory, IAsyncResult asyncResult, Func<IAsyncResult, TResult> endMethod, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return Begun(factory, asyncResult, new Ending<TResult>(endMethod, creationOptions, scheduler), site);
    }

    private static Task<TResult> Begun<TResult>(TaskFactory<TResult> factory, IAsyncResult asyncResult, Ending<TResult> ending, string site)
    {
        Task<TResult> End() => factory.FromAsync(asyncResult!, ending.Method!, ending.Options, ending.Scheduler!);
        if (Control.Current is not { } control || ending.Method is null || ending.Scheduler is null || asyncResult is null or { IsCompleted: true }) return End();
        var promise = new TaskCompletionSource<TResult>(ending.Options);
        control.QueueAfter(new AsyncResultPending(asyncResult), () => promise.SetFromTask(End()), site);
        return promise.Task;
    }

    private static TaskCreationOptions OptionsOf(TaskFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.CreationOptions;
    }

    private readonly record struct Ending<TResult>(Func<IAsyncResult, TResult> Method, TaskCreationOptions Options, TaskScheduler Scheduler);
}
