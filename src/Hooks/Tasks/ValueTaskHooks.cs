namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of members of value tasks that block, or that make a task of one.</summary>
public static class ValueTaskHooks
{
    /// <summary>In place of <see cref="ValueTask{TResult}.Result"/>.</summary>
    public static TResult Result<TResult>(ref ValueTask<TResult> task, string site)
    {
        if (!task.IsCompleted) TaskWaits.Until(task.GetAwaiter(), site);
        return task.Result;
    }

    /// <summary>In place of <see cref="ValueTask.AsTask"/>.</summary>
    public static Task AsTask(ref ValueTask task, string site) => Control.Current is { } control && IsFromSource(task) ? Relay(control, task, site) : task.AsTask();

    /// <summary>In place of <see cref="ValueTask{TResult}.AsTask"/>.</summary>
    public static Task<TResult> AsTask<TResult>(ref ValueTask<TResult> task, string site) =>
        Control.Current is { } control && IsFromSource(task) ? Relay(control, task, site) : task.AsTask();

    /// <summary>In place of <see cref="ValueTask.Preserve"/>.</summary>
    public static ValueTask Preserve(ref ValueTask task, string site) => Control.Current is { } control && IsFromSource(task) ? new ValueTask(Relay(control, task, site)) : task.Preserve();

    /// <summary>In place of <see cref="ValueTask{TResult}.Preserve"/>.</summary>
    public static ValueTask<TResult> Preserve<TResult>(ref ValueTask<TResult> task, string site) =>
        Control.Current is { } control && IsFromSource(task) ? new ValueTask<TResult>(Relay(control, task, site)) : task.Preserve();

    private static bool IsFromSource(ValueTask task) => !task.IsCompleted && PendingOf(task).Task is null;

    private static bool IsFromSource<TResult>(ValueTask<TResult> task) => !task.IsCompleted && PendingOf(task).Task is null;

    // A source may call back on the thread pool: it is asked instead, and its task made when it is complete.
    private static Task Relay(IControl control, ValueTask task, string site)
    {
        var relay = new TaskCompletionSource();
        control.QueueAfter(PendingOf(task), () => relay.SetFromTask(task.AsTask()), site);
        return relay.Task;
    }

    private static Task<TResult> Relay<TResult>(IControl control, ValueTask<TResult> task, string site)
    {
        var relay = new TaskCompletionSource<TResult>();
        control.QueueAfter(PendingOf(task), () => relay.SetFromTask(task.AsTask()), site);
        return relay.Task;
    }

    private static PendingAwait<System.Runtime.CompilerServices.ValueTaskAwaiter> PendingOf(ValueTask task) => new(task.GetAwaiter());

    private static PendingAwait<System.Runtime.CompilerServices.ValueTaskAwaiter<TResult>> PendingOf<TResult>(ValueTask<TResult> task) => new(task.GetAwaiter());
}
