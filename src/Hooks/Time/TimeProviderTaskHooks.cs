namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the extensions of <see cref="TimeProvider"/> in the package Microsoft.Bcl.TimeProvider.</summary>
public static class TimeProviderTaskHooks
{
    /// <summary>In place of the extension of this name.</summary>
    public static Task Delay(TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken) => TimeHooks.Delay(delay, timeProvider, cancellationToken);

    /// <summary>In place of the extension of this name.</summary>
    public static Task WaitAsync(Task task, TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken, string site) =>
        WaitAsyncHooks.WaitAsync(task, timeout, ProviderOf(timeProvider), cancellationToken, site);

    /// <summary>In place of the extension of this name.</summary>
    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken, string site) =>
        WaitAsyncHooks.WaitAsync(task, timeout, ProviderOf(timeProvider), cancellationToken, site);

    /// <summary>In place of the extension of this name.</summary>
    public static CancellationTokenSource CreateCancellationTokenSource(TimeProvider timeProvider, TimeSpan delay) => CancellationTokenSourceHooks.Create(delay, timeProvider);

    private static TimeProvider ProviderOf(TimeProvider timeProvider) =>
        Control.Current is { } control && timeProvider is not null && TimeHooks.IsSystem(timeProvider) ? control.Time : timeProvider!;
}
