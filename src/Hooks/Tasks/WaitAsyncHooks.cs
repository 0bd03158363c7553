namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of WaitAsync: its timeout passes on virtual time.</summary>
public static class WaitAsyncHooks
{
    /// <summary>In place of <see cref="Task.WaitAsync(CancellationToken)"/>.</summary>
    public static Task WaitAsync(Task task, CancellationToken cancellationToken, string site) => Awaited(task, site).WaitAsync(cancellationToken);

    /// <summary>In place of <see cref="Task.WaitAsync(TimeSpan)"/>.</summary>
    public static Task WaitAsync(Task task, TimeSpan timeout, string site) => Awaited(task, site).WaitAsync(timeout, Clock(TimeProvider.System));

    /// <summary>In place of <see cref="Task.WaitAsync(TimeSpan, TimeProvider)"/>. A provider of the program's own is left alone.</summary>
    public static Task WaitAsync(Task task, TimeSpan timeout, TimeProvider timeProvider, string site) => Awaited(task, site).WaitAsync(timeout, Clock(timeProvider));

    /// <summary>In place of <see cref="Task.WaitAsync(TimeSpan, CancellationToken)"/>.</summary>
    public static Task WaitAsync(Task task, TimeSpan timeout, CancellationToken cancellationToken, string site) =>
        Awaited(task, site).WaitAsync(timeout, Clock(TimeProvider.System), cancellationToken);

    /// <summary>In place of <see cref="Task.WaitAsync(TimeSpan, TimeProvider, CancellationToken)"/>. A provider of the program's own is left alone.</summary>
    public static Task WaitAsync(Task task, TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken, string site) =>
        Awaited(task, site).WaitAsync(timeout, Clock(timeProvider), cancellationToken);

    /// <summary>In place of <see cref="Task{TResult}.WaitAsync(CancellationToken)"/>.</summary>
    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, CancellationToken cancellationToken, string site) => Awaited(task, site).WaitAsync(cancellationToken);

    /// <summary>In place of <see cref="Task{TResult}.WaitAsync(TimeSpan)"/>.</summary>
    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, TimeSpan timeout, string site) => Awaited(task, site).WaitAsync(timeout, Clock(TimeProvider.System));

    /// <summary>In place of <see cref="Task{TResult}.WaitAsync(TimeSpan, TimeProvider)"/>. A provider of the program's own is left alone.</summary>
    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, TimeSpan timeout, TimeProvider timeProvider, string site) =>
        Awaited(task, site).WaitAsync(timeout, Clock(timeProvider));

    /// <summary>In place of <see cref="Task{TResult}.WaitAsync(TimeSpan, CancellationToken)"/>.</summary>
    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, TimeSpan timeout, CancellationToken cancellationToken, string site) =>
        Awaited(task, site).WaitAsync(timeout, Clock(TimeProvider.System), cancellationToken);

    /// <summary>In place of <see cref="Task{TResult}.WaitAsync(TimeSpan, TimeProvider, CancellationToken)"/>. A provider of the program's own is left alone.</summary>
    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken, string site) =>
        Awaited(task, site).WaitAsync(timeout, Clock(timeProvider), cancellationToken);

    private static Task Awaited(Task task, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Control.Current is { } control ? Relays.Of(control, task, site) : task;
    }

    private static Task<TResult> Awaited<TResult>(Task<TResult> task, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Control.Current is { } control ? Relays.Of(control, task, site) : task;
    }

    private static TimeProvider Clock(TimeProvider provider) => provider == TimeProvider.System && Control.Current is { } control ? control.Time : provider;
}
