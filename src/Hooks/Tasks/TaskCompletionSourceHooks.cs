namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of members of task completion sources that complete their task.</summary>
public static class TaskCompletionSourceHooks
{
    /// <summary>In place of <see cref="TaskCompletionSource.SetResult()"/>.</summary>
    public static void SetResult(TaskCompletionSource source, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        source.SetResult();
    }

    /// <summary>In place of <see cref="TaskCompletionSource.SetException(Exception)"/>.</summary>
    public static void SetException(TaskCompletionSource source, Exception exception, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        source.SetException(exception);
    }

    /// <summary>In place of <see cref="TaskCompletionSource.SetException(IEnumerable{Exception})"/>.</summary>
    public static void SetException(TaskCompletionSource source, IEnumerable<Exception> exceptions, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        source.SetException(exceptions);
    }

    /// <summary>In place of <see cref="TaskCompletionSource.SetCanceled()"/>.</summary>
    public static void SetCanceled(TaskCompletionSource source, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        source.SetCanceled();
    }

    /// <summary>In place of <see cref="TaskCompletionSource.SetCanceled(CancellationToken)"/>.</summary>
    public static void SetCanceled(TaskCompletionSource source, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        source.SetCanceled(cancellationToken);
    }

    /// <summary>In place of <see cref="TaskCompletionSource.SetFromTask(Task)"/>.</summary>
    public static void SetFromTask(TaskCompletionSource source, Task completedTask, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        source.SetFromTask(completedTask);
    }

    /// <summary>In place of <see cref="TaskCompletionSource.TrySetResult()"/>.</summary>
    public static bool TrySetResult(TaskCompletionSource source, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        return source.TrySetResult();
    }

    /// <summary>In place of <see cref="TaskCompletionSource.TrySetException(Exception)"/>.</summary>
    public static bool TrySetException(TaskCompletionSource source, Exception exception, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        return source.TrySetException(exception);
    }

    /// <summary>In place of <see cref="TaskCompletionSource.TrySetException(IEnumerable{Exception})"/>.</summary>
    public static bool TrySetException(TaskCompletionSource source, IEnumerable<Exception> exceptions, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        return source.TrySetException(exceptions);
    }

    /// <summary>In place of <see cref="TaskCompletionSource.TrySetCanceled()"/>.</summary>
    public static bool TrySetCanceled(TaskCompletionSource source, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        return source.TrySetCanceled();
    }

    /// <summary>In place of <see cref="TaskCompletionSource.TrySetCanceled(CancellationToken)"/>.</summary>
    public static bool TrySetCanceled(TaskCompletionSource source, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        return source.TrySetCanceled(cancellationToken);
    }

    /// <summary>In place of <see cref="TaskCompletionSource.TrySetFromTask(Task)"/>.</summary>
    public static bool TrySetFromTask(TaskCompletionSource source, Task completedTask, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        return source.TrySetFromTask(completedTask);
    }

    /// <summary>In place of <see cref="TaskCompletionSource{TResult}.SetResult(TResult)"/>.</summary>
    public static void SetResult<TResult>(TaskCompletionSource<TResult> source, TResult result, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        source.SetResult(result);
    }

    /// <summary>In place of <see cref="TaskCompletionSource{TResult}.SetException(Exception)"/>.</summary>
    public static void SetException<TResult>(TaskCompletionSource<TResult> source, Exception exception, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        source.SetException(exception);
    }

    /// <summary>In place of <see cref="TaskCompletionSource{TResult}.SetException(IEnumerable{Exception})"/>.</summary>
    public static void SetException<TResult>(TaskCompletionSource<TResult> source, IEnumerable<Exception> exceptions, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        source.SetException(exceptions);
    }

    /// <summary>In place of <see cref="TaskCompletionSource{TResult}.SetCanceled()"/>.</summary>
    public static void SetCanceled<TResult>(TaskCompletionSource<TResult> source, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        source.SetCanceled();
    }

    /// <summary>In place of <see cref="TaskCompletionSource{TResult}.SetCanceled(CancellationToken)"/>.</summary>
    public static void SetCanceled<TResult>(TaskCompletionSource<TResult> source, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        source.SetCanceled(cancellationToken);
    }

    /// <summary>In place of <see cref="TaskCompletionSource{TResult}.SetFromTask(Task{TResult})"/>.</summary>
    public static void SetFromTask<TResult>(TaskCompletionSource<TResult> source, Task<TResult> completedTask, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        source.SetFromTask(completedTask);
    }

    /// <summary>In place of <see cref="TaskCompletionSource{TResult}.TrySetResult(TResult)"/>.</summary>
    public static bool TrySetResult<TResult>(TaskCompletionSource<TResult> source, TResult result, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        return source.TrySetResult(result);
    }

    /// <summary>In place of <see cref="TaskCompletionSource{TResult}.TrySetException(Exception)"/>.</summary>
    public static bool TrySetException<TResult>(TaskCompletionSource<TResult> source, Exception exception, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        return source.TrySetException(exception);
    }

    /// <summary>In place of <see cref="TaskCompletionSource{TResult}.TrySetException(IEnumerable{Exception})"/>.</summary>
    public static bool TrySetException<TResult>(TaskCompletionSource<TResult> source, IEnumerable<Exception> exceptions, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        return source.TrySetException(exceptions);
    }

    /// <summary>In place of <see cref="TaskCompletionSource{TResult}.TrySetCanceled()"/>.</summary>
    public static bool TrySetCanceled<TResult>(TaskCompletionSource<TResult> source, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        return source.TrySetCanceled();
    }

    /// <summary>In place of <see cref="TaskCompletionSource{TResult}.TrySetCanceled(CancellationToken)"/>.</summary>
    public static bool TrySetCanceled<TResult>(TaskCompletionSource<TResult> source, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        return source.TrySetCanceled(cancellationToken);
    }

    /// <summary>In place of <see cref="TaskCompletionSource{TResult}.TrySetFromTask(Task{TResult})"/>.</summary>
    public static bool TrySetFromTask<TResult>(TaskCompletionSource<TResult> source, Task<TResult> completedTask, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var completing = Completing.Begin(source.Task, site);
        return source.TrySetFromTask(completedTask);
    }
}
