namespace ReplayKit.Hooks;

/// <summary>Stands tasks in for those that would complete what waits for them on the thread pool, outside control.</summary>
/// <remarks>
/// A task that runs its continuations asynchronously (a semaphore's, a channel's) queues each of them to the thread pool. A relay is told by
/// the scheduler instead: it is completed by an operation of its own that begins when the task is complete.
/// </remarks>
internal static class Relays
{
    /// <summary>Whether what continues the task would leave control.</summary>
    public static bool Leaves(Task? task) => task is { IsCompleted: false } && (task.CreationOptions & TaskCreationOptions.RunContinuationsAsynchronously) != 0;

    /// <summary>The task itself, or its relay.</summary>
    public static Task Of(IControl control, Task task, string site)
    {
        if (!Leaves(task)) return task;
        var relay = new TaskCompletionSource(task.AsyncState);
        control.QueueAfter(PendingOf(task), () => relay.SetFromTask(task), site);
        return relay.Task;
    }

    /// <summary>The task itself, or its relay.</summary>
    public static Task<TResult> Of<TResult>(IControl control, Task<TResult> task, string site)
    {
        if (!Leaves(task)) return task;
        var relay = new TaskCompletionSource<TResult>(task.AsyncState);
        control.QueueAfter(PendingOf(task), () => relay.SetFromTask(task), site);
        return relay.Task;
    }

    /// <summary>The tasks themselves, or a copy in which relays stand for some.</summary>
    public static Task[] Of(IControl control, Task[] tasks, string site) => Array.Exists(tasks, Leaves) ? Array.ConvertAll(tasks, task => Of(control, task, site)) : tasks;

    /// <summary>The tasks themselves, or a copy in which relays stand for some.</summary>
    public static Task<TResult>[] Of<TResult>(IControl control, Task<TResult>[] tasks, string site) =>
        Array.Exists(tasks, Leaves) ? Array.ConvertAll(tasks, task => Of(control, task, site)) : tasks;

    /// <summary>The task that a relay stands for.</summary>
    public static TTask Original<TTask>(TTask[] originals, TTask[] relays, Task winner)
        where TTask : Task => originals[Array.FindIndex(relays, relay => ReferenceEquals(relay, winner))];

    private static PendingAwait<System.Runtime.CompilerServices.TaskAwaiter> PendingOf(Task task) => new(task.GetAwaiter());
}
