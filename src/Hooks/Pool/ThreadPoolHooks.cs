using System.Runtime.Versioning;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="ThreadPool"/>: each work item is an operation of its own, and the run's model has the workers.</summary>
public static class ThreadPoolHooks
{
    /// <summary>In place of <see cref="ThreadPool.QueueUserWorkItem(WaitCallback)"/>.</summary>
    public static bool QueueUserWorkItem(WaitCallback callBack, string site) => QueueUserWorkItem(callBack, null, site);

    /// <summary>In place of <see cref="ThreadPool.QueueUserWorkItem(WaitCallback, object)"/>.</summary>
    public static bool QueueUserWorkItem(WaitCallback callBack, object? state, string site)
    {
        if (Control.Current is not { } control || callBack is null) return ThreadPool.QueueUserWorkItem(callBack!, state);
        WorkItems.Queue(control, () => callBack(state), site);
        return true;
    }

    /// <summary>In place of the generic method.</summary>
    public static bool QueueUserWorkItem<TState>(Action<TState> callBack, TState state, bool preferLocal, string site)
    {
        if (Control.Current is not { } control || callBack is null) return ThreadPool.QueueUserWorkItem(callBack!, state, preferLocal);
        WorkItems.Queue(control, () => callBack(state), site);
        return true;
    }

    /// <summary>In place of <see cref="ThreadPool.UnsafeQueueUserWorkItem(WaitCallback, object)"/>.</summary>
    public static bool UnsafeQueueUserWorkItem(WaitCallback callBack, object? state, string site)
    {
        if (Control.Current is not { } control || callBack is null) return ThreadPool.UnsafeQueueUserWorkItem(callBack!, state);
        control.Queue(() => callBack(state), site);
        return true;
    }

    /// <summary>In place of the generic method.</summary>
    public static bool UnsafeQueueUserWorkItem<TState>(Action<TState> callBack, TState state, bool preferLocal, string site)
    {
        if (Control.Current is not { } control || callBack is null) return ThreadPool.UnsafeQueueUserWorkItem(callBack!, state, preferLocal);
        control.Queue(() => callBack(state), site);
        return true;
    }

    /// <summary>In place of <see cref="ThreadPool.UnsafeQueueUserWorkItem(IThreadPoolWorkItem, bool)"/>.</summary>
    public static bool UnsafeQueueUserWorkItem(IThreadPoolWorkItem callBack, bool preferLocal, string site)
    {
        // A task is no work item that others may queue: the runtime refuses it.
        if (Control.Current is not { } control || callBack is null or Task) return ThreadPool.UnsafeQueueUserWorkItem(callBack!, preferLocal);
        control.Queue(callBack.Execute, site);
        return true;
    }

    /// <summary>In place of <see cref="ThreadPool.GetMinThreads"/>.</summary>
    public static void GetMinThreads(out int workerThreads, out int completionPortThreads)
    {
        ThreadPool.GetMinThreads(out workerThreads, out completionPortThreads);
        if (Model is { } model) workerThreads = completionPortThreads = model.MinWorkers;
    }

    /// <summary>In place of <see cref="ThreadPool.GetMaxThreads"/>.</summary>
    public static void GetMaxThreads(out int workerThreads, out int completionPortThreads)
    {
        ThreadPool.GetMaxThreads(out workerThreads, out completionPortThreads);
        if (Model is { } model) workerThreads = completionPortThreads = model.MaxWorkers;
    }

    /// <summary>In place of <see cref="ThreadPool.GetAvailableThreads"/>.</summary>
    public static void GetAvailableThreads(out int workerThreads, out int completionPortThreads)
    {
        ThreadPool.GetAvailableThreads(out workerThreads, out completionPortThreads);
        if (Model is not { } model) return;
        workerThreads = Math.Max(0, model.MaxWorkers - model.BusyCount);
        completionPortThreads = model.MaxWorkers;
    }

    /// <summary>In place of <see cref="ThreadPool.SetMinThreads"/>: under control, of this run's pool.</summary>
    public static bool SetMinThreads(int workerThreads, int completionPortThreads) =>
        Model is { } model ? completionPortThreads >= 0 && completionPortThreads <= model.MaxWorkers && model.SetMin(workerThreads) : ThreadPool.SetMinThreads(workerThreads, completionPortThreads);

    /// <summary>In place of <see cref="ThreadPool.SetMaxThreads"/>: under control, of this run's pool.</summary>
    public static bool SetMaxThreads(int workerThreads, int completionPortThreads) =>
        Model is { } model ? completionPortThreads >= 1 && model.SetMax(workerThreads) : ThreadPool.SetMaxThreads(workerThreads, completionPortThreads);

    /// <summary>In place of <see cref="ThreadPool.ThreadCount"/>.</summary>
    public static int ThreadCount => Model?.WorkerCount ?? ThreadPool.ThreadCount;

    /// <summary>In place of <see cref="ThreadPool.PendingWorkItemCount"/>.</summary>
    public static long PendingWorkItemCount => Model?.PendingCount ?? ThreadPool.PendingWorkItemCount;

    /// <summary>In place of <see cref="ThreadPool.CompletedWorkItemCount"/>.</summary>
    public static long CompletedWorkItemCount => Model?.CompletedCount ?? ThreadPool.CompletedWorkItemCount;

    /// <summary>In place of the method of this name.</summary>
    public static RegisteredWaitHandle RegisterWaitForSingleObject(WaitHandle waitObject, WaitOrTimerCallback callBack, object? state, int millisecondsTimeOutInterval, bool executeOnlyOnce) =>
        RegisterWaitForSingleObject(waitObject, callBack, state, (long)millisecondsTimeOutInterval, executeOnlyOnce);

    /// <summary>In place of the method of this name.</summary>
    [UnsupportedOSPlatform("browser")]
    public static RegisteredWaitHandle RegisterWaitForSingleObject(WaitHandle waitObject, WaitOrTimerCallback callBack, object? state, uint millisecondsTimeOutInterval, bool executeOnlyOnce) =>
        Control.Current is { } control && waitObject is not null && callBack is not null
            ? RegisteredWait.Begin(control, waitObject, new RegisteredWaitCall(callBack, state, ExecutionContext.Capture()), (TimerRange.Of(millisecondsTimeOutInterval), executeOnlyOnce))
            : ThreadPool.RegisterWaitForSingleObject(waitObject!, callBack!, state, millisecondsTimeOutInterval, executeOnlyOnce);

    /// <summary>In place of the method of this name.</summary>
    public static RegisteredWaitHandle RegisterWaitForSingleObject(WaitHandle waitObject, WaitOrTimerCallback callBack, object? state, long millisecondsTimeOutInterval, bool executeOnlyOnce) =>
        Control.Current is { } control && waitObject is not null && callBack is not null && TimerRange.Holds(millisecondsTimeOutInterval)
            ? RegisteredWait.Begin(control, waitObject, new RegisteredWaitCall(callBack, state, ExecutionContext.Capture()), (TimerRange.Of(millisecondsTimeOutInterval), executeOnlyOnce))
            : ThreadPool.RegisterWaitForSingleObject(waitObject!, callBack!, state, millisecondsTimeOutInterval, executeOnlyOnce);

    /// <summary>In place of the method of this name.</summary>
    public static RegisteredWaitHandle RegisterWaitForSingleObject(WaitHandle waitObject, WaitOrTimerCallback callBack, object? state, TimeSpan timeout, bool executeOnlyOnce) =>
        RegisterWaitForSingleObject(waitObject, callBack, state, (long)timeout.TotalMilliseconds, executeOnlyOnce);

    /// <summary>In place of the method of this name.</summary>
    public static RegisteredWaitHandle UnsafeRegisterWaitForSingleObject(WaitHandle waitObject, WaitOrTimerCallback callBack, object? state, int millisecondsTimeOutInterval, bool executeOnlyOnce) =>
        UnsafeRegisterWaitForSingleObject(waitObject, callBack, state, (long)millisecondsTimeOutInterval, executeOnlyOnce);

    /// <summary>In place of the method of this name.</summary>
    public static RegisteredWaitHandle UnsafeRegisterWaitForSingleObject(WaitHandle waitObject, WaitOrTimerCallback callBack, object? state, uint millisecondsTimeOutInterval, bool executeOnlyOnce) =>
        Control.Current is { } control && waitObject is not null && callBack is not null
            ? RegisteredWait.Begin(control, waitObject, new RegisteredWaitCall(callBack, state, null), (TimerRange.Of(millisecondsTimeOutInterval), executeOnlyOnce))
            : ThreadPool.UnsafeRegisterWaitForSingleObject(waitObject!, callBack!, state, millisecondsTimeOutInterval, executeOnlyOnce);

    /// <summary>In place of the method of this name.</summary>
    public static RegisteredWaitHandle UnsafeRegisterWaitForSingleObject(WaitHandle waitObject, WaitOrTimerCallback callBack, object? state, long millisecondsTimeOutInterval, bool executeOnlyOnce) =>
        Control.Current is { } control && waitObject is not null && callBack is not null && TimerRange.Holds(millisecondsTimeOutInterval)
            ? RegisteredWait.Begin(control, waitObject, new RegisteredWaitCall(callBack, state, null), (TimerRange.Of(millisecondsTimeOutInterval), executeOnlyOnce))
            : ThreadPool.UnsafeRegisterWaitForSingleObject(waitObject!, callBack!, state, millisecondsTimeOutInterval, executeOnlyOnce);

    /// <summary>In place of the method of this name.</summary>
    public static RegisteredWaitHandle UnsafeRegisterWaitForSingleObject(WaitHandle waitObject, WaitOrTimerCallback callBack, object? state, TimeSpan timeout, bool executeOnlyOnce) =>
        UnsafeRegisterWaitForSingleObject(waitObject, callBack, state, (long)timeout.TotalMilliseconds, executeOnlyOnce);

    /// <summary>In place of <see cref="RegisteredWaitHandle.Unregister"/>.</summary>
    public static bool Unregister(RegisteredWaitHandle registered, WaitHandle? waitObject)
    {
        ArgumentNullException.ThrowIfNull(registered);
        return Control.Current is { } control && control.StateOf<RegisteredWaitState>(registered).Wait is { } wait ? wait.Unregister(waitObject) : registered.Unregister(waitObject);
    }

    private static IPoolModel? Model => Control.Current?.Pool as IPoolModel;
}
