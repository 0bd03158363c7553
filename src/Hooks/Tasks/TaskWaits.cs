namespace ReplayKit.Hooks;

/// <summary>Blocks on tasks and awaiters under control.</summary>
internal static class TaskWaits
{
    /// <summary>Waits for a task.</summary>
    /// <returns>Whether it is over; false when the time was up.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled, and the task is not over.</exception>
    public static bool Until(IControl control, Task task, WaitLimit limit, CancellationToken cancellationToken = default)
    {
        if (!task.IsCompleted)
        {
            if (limit.Timeout == Timeout.InfiniteTimeSpan && !cancellationToken.CanBeCanceled) TryRunInline(control, task);
            else if (limit.Timeout == TimeSpan.Zero) control.Point(PointKind.Wait, task, limit.Site);
            bool IsOver() => task.IsCompleted || cancellationToken.IsCancellationRequested;
            if (!Waits.Until(control, IsOver, () => new TaskBlockage(task, cancellationToken), limit)) return false;
            if (!task.IsCompleted) cancellationToken.ThrowIfCancellationRequested();
        }

        control.Acquired(task);
        return true;
    }

    /// <summary>Waits for all of these tasks.</summary>
    /// <returns>Whether they are over; false when the time was up.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public static bool UntilAll(IControl control, IReadOnlyList<Task> tasks, WaitLimit limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (limit.Timeout == TimeSpan.Zero) control.Point(PointKind.Wait, null, limit.Site);
        bool AreCompleted() => tasks.All(static task => task.IsCompleted);
        bool IsOver() => cancellationToken.IsCancellationRequested || AreCompleted();
        if (!Waits.Until(control, IsOver, () => new TasksBlockage(tasks, cancellationToken), limit)) return false;
        if (!AreCompleted()) cancellationToken.ThrowIfCancellationRequested();
        foreach (var task in tasks) control.Acquired(task);
        return true;
    }

    /// <summary>Waits for what an awaiter of the runtime's waits for. One that does not wait for a task cannot be waited for: it throws, or tells its source.</summary>
    public static void Until<TAwaiter>(TAwaiter awaiter, string site)
        where TAwaiter : System.Runtime.CompilerServices.INotifyCompletion
    {
        if (Control.Current is not { } control) return;
        if (new PendingAwait<TAwaiter>(awaiter).Task is { } task) Until(control, task, new WaitLimit(Timeout.InfiniteTimeSpan, site));
    }

    // A scheduler of the program's own may run the task on the stack that waits for it, and one with a single thread must.
    private static void TryRunInline(IControl control, Task task)
    {
        if (TaskInternals.SchedulerOf(task) is not { } scheduler || scheduler == TaskScheduler.Default) return;
        using var scope = ContextFreeScope.Enter(control);
        TaskInternals.TryRunInline(task);
    }
}
