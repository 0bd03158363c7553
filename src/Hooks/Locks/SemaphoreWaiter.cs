using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>An asynchronous wait in the real semaphore's queue, which ends as that lets it, or by its token or its time.</summary>
internal sealed class SemaphoreWaiter(SemaphoreSlim semaphore, Task<bool> task) : IDisposable
{
    private ITimer? _timer;
    private CancellationTokenRegistration _registration;

    public Task<bool> Task => task;

    /// <summary>Has the wait end when the time is up, or when it is cancelled.</summary>
    public void Limit(IControl control, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout != Timeout.InfiniteTimeSpan) _timer = control.Time.CreateTimer(static waiter => ((SemaphoreWaiter)waiter!).TimeOut(), this, timeout, Timeout.InfiniteTimeSpan);
        _registration = cancellationToken.UnsafeRegister(Cancel, null);
    }

    /// <summary>Ends the wait without a slot.</summary>
    /// <returns>Whether it had not ended before.</returns>
    public bool TimeOut()
    {
        Dispose();
        return Remove(semaphore, task) && Completer<bool>.TrySetResult(task, false);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _registration.Unregister();
    }

    private void Cancel(object? state, CancellationToken cancellationToken)
    {
        Dispose();
        if (Remove(semaphore, task)) TrySetCanceled(task, cancellationToken);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "RemoveAsyncWaiter")]
    private static extern bool Remove(SemaphoreSlim semaphore, [UnsafeAccessorType("System.Threading.SemaphoreSlim+TaskNode, System.Private.CoreLib")] object waiter);


    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "TrySetCanceled")]
    private static extern bool TrySetCanceled(Task task, CancellationToken cancellationToken);

    // An accessor of a generic type's member stands in a generic type itself.
    private static class Completer<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "TrySetResult")]
        public static extern bool TrySetResult(Task<T> task, T? result);
    }
}
