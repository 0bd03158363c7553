namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the members of <see cref="Task"/> that block until tasks are over.</summary>
public static class TaskWaitHooks
{
    /// <summary>In place of <see cref="Task.Wait()"/>.</summary>
    public static void Wait(Task task, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is { } control) TaskWaits.Until(control, task, Limit(Timeout.InfiniteTimeSpan, site));
        task.Wait();
    }

    /// <summary>In place of <see cref="Task.Wait(CancellationToken)"/>.</summary>
    public static void Wait(Task task, CancellationToken cancellationToken, string site) => Wait(task, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>In place of <see cref="Task.Wait(int)"/>.</summary>
    public static bool Wait(Task task, int millisecondsTimeout, string site) => Wait(task, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.Wait(int, CancellationToken)"/>.</summary>
    public static bool Wait(Task task, int millisecondsTimeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        return millisecondsTimeout < Timeout.Infinite ? task.Wait(millisecondsTimeout, cancellationToken) : Wait(task, TimeSpan.FromMilliseconds(millisecondsTimeout), cancellationToken, site);
    }

    /// <summary>In place of <see cref="Task.Wait(TimeSpan)"/>.</summary>
    public static bool Wait(Task task, TimeSpan timeout, string site) => Wait(task, timeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.Wait(TimeSpan, CancellationToken)"/>.</summary>
    public static bool Wait(Task task, TimeSpan timeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is not { } control || !Waits.IsValid(timeout)) return task.Wait(timeout, cancellationToken);
        // Over: the real one tells how it ended, in its words.
        return TaskWaits.Until(control, task, Limit(timeout, site), cancellationToken) && task.Wait(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    /// <summary>In place of <see cref="Task{TResult}.Result"/>.</summary>
    public static TResult Result<TResult>(Task<TResult> task, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Control.Current is { } control) TaskWaits.Until(control, task, Limit(Timeout.InfiniteTimeSpan, site));
        return task.Result;
    }

    /// <summary>In place of <see cref="Task.WaitAll(Task[])"/>.</summary>
    public static void WaitAll(Task[] tasks, string site) => WaitAll(tasks, Timeout.Infinite, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.WaitAll(ReadOnlySpan{Task})"/>.</summary>
    public static void WaitAll(ReadOnlySpan<Task> tasks, string site) => WaitAll(tasks.ToArray(), Timeout.Infinite, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.WaitAll(IEnumerable{Task}, CancellationToken)"/>.</summary>
    public static void WaitAll(IEnumerable<Task> tasks, CancellationToken cancellationToken, string site) => WaitAll(tasks?.ToArray()!, Timeout.Infinite, cancellationToken, site);

    /// <summary>In place of <see cref="Task.WaitAll(Task[], CancellationToken)"/>.</summary>
    public static void WaitAll(Task[] tasks, CancellationToken cancellationToken, string site) => WaitAll(tasks, Timeout.Infinite, cancellationToken, site);

    /// <summary>In place of <see cref="Task.WaitAll(Task[], TimeSpan)"/>.</summary>
    public static bool WaitAll(Task[] tasks, TimeSpan timeout, string site) =>
        Waits.IsValid(timeout) ? WaitAll(tasks, (int)timeout.TotalMilliseconds, CancellationToken.None, site) : Task.WaitAll(tasks, timeout);

    /// <summary>In place of <see cref="Task.WaitAll(Task[], int)"/>.</summary>
    public static bool WaitAll(Task[] tasks, int millisecondsTimeout, string site) => WaitAll(tasks, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.WaitAll(Task[], int, CancellationToken)"/>.</summary>
    public static bool WaitAll(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken, string site)
    {
        if (Control.Current is not { } control || !AreValid(tasks) || millisecondsTimeout < Timeout.Infinite)
            return Task.WaitAll(tasks, millisecondsTimeout, cancellationToken);
        // Over: the real one tells how they ended, in its words.
        return TaskWaits.UntilAll(control, tasks, Limit(TimeSpan.FromMilliseconds(millisecondsTimeout), site), cancellationToken)
            && Task.WaitAll(tasks, Timeout.Infinite, CancellationToken.None);
    }

    /// <summary>In place of <see cref="Task.WaitAny(Task[])"/>.</summary>
    public static int WaitAny(Task[] tasks, string site) => WaitAny(tasks, Timeout.Infinite, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.WaitAny(Task[], TimeSpan)"/>.</summary>
    public static int WaitAny(Task[] tasks, TimeSpan timeout, string site) =>
        Waits.IsValid(timeout) ? WaitAny(tasks, (int)timeout.TotalMilliseconds, CancellationToken.None, site) : Task.WaitAny(tasks, timeout);

    /// <summary>In place of <see cref="Task.WaitAny(Task[], CancellationToken)"/>.</summary>
    public static int WaitAny(Task[] tasks, CancellationToken cancellationToken, string site) => WaitAny(tasks, Timeout.Infinite, cancellationToken, site);

    /// <summary>In place of <see cref="Task.WaitAny(Task[], int)"/>.</summary>
    public static int WaitAny(Task[] tasks, int millisecondsTimeout, string site) => WaitAny(tasks, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="Task.WaitAny(Task[], int, CancellationToken)"/>.</summary>
    public static int WaitAny(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken, string site)
    {
        if (Control.Current is not { } control || !AreValid(tasks) || tasks.Length == 0 || millisecondsTimeout < Timeout.Infinite)
            return Task.WaitAny(tasks, millisecondsTimeout, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (millisecondsTimeout == 0) control.Point(PointKind.Wait, null, site);
        // Which one was first is known when it ends, not when this stack goes on.
        var relays = Relays.Of(control, tasks, site);
        var first = Task.WhenAny(relays);
        if (!TaskWaits.Until(control, first, Limit(TimeSpan.FromMilliseconds(millisecondsTimeout), site), cancellationToken)) return -1;
        var index = Array.IndexOf(relays, first.Result);
        control.Acquired(tasks[index]);
        return index;
    }

    private static WaitLimit Limit(TimeSpan timeout, string site) => new(timeout, site);

    private static bool AreValid(Task[] tasks) => tasks is not null && Array.TrueForAll(tasks, static task => task is not null);
}
