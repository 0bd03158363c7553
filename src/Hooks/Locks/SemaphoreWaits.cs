using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>Waits for a slot of a semaphore under control. The real one keeps the count and the queue of asynchronous waits.</summary>
internal static class SemaphoreWaits
{
    private const string What = "semaphore";

    /// <summary>A blocking wait.</summary>
    public static bool Take(IControl control, SemaphoreSlim semaphore, WaitLimit limit, CancellationToken cancellationToken)
    {
        control.Point(PointKind.Acquire, semaphore, limit.Site);
        if (!semaphore.Wait(0, cancellationToken))
        {
            if (limit.Timeout == TimeSpan.Zero) return false;
            var state = control.StateOf<SemaphoreState>(semaphore);
            if (!(state.HasWaiters ? TakeInTurn(control, semaphore, limit, cancellationToken) : TakeFirst(control, semaphore, limit, cancellationToken))) return false;
        }

        control.Acquired(semaphore);
        return true;
    }

    /// <summary>An asynchronous wait that neither its time nor its token has ended yet.</summary>
    public static Task<bool> TakeAsync(IControl control, SemaphoreSlim semaphore, WaitLimit limit, CancellationToken cancellationToken)
    {
        control.Point(PointKind.Acquire, semaphore, limit.Site);
        var task = cancellationToken.IsCancellationRequested || limit.Timeout == TimeSpan.Zero
            ? semaphore.WaitAsync(TimeSpan.Zero, cancellationToken)
            : semaphore.WaitAsync(Timeout.Infinite);
        if (task.IsCompleted) control.Acquired(semaphore);
        else control.StateOf<SemaphoreState>(semaphore).Add(semaphore, task).Limit(control, limit.Timeout, cancellationToken);
        return task;
    }

    // The count of waiting threads is the real one's: it keeps a slot for each from the asynchronous waits that came later.
    private static bool TakeFirst(IControl control, SemaphoreSlim semaphore, WaitLimit limit, CancellationToken cancellationToken)
    {
        bool Attempt()
        {
            if (semaphore.CurrentCount > 0 && semaphore.Wait(0, CancellationToken.None)) return true;
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }

        WaitingCountOf(semaphore)++;
        try
        {
            return Waits.Until(control, Attempt, () => new SignalBlockage(What, semaphore, () => semaphore.CurrentCount > 0 || cancellationToken.IsCancellationRequested), limit);
        }
        finally
        {
            WaitingCountOf(semaphore)--;
        }
    }

    private static bool TakeInTurn(IControl control, SemaphoreSlim semaphore, WaitLimit limit, CancellationToken cancellationToken)
    {
        var waiter = control.StateOf<SemaphoreState>(semaphore).Add(semaphore, semaphore.WaitAsync(Timeout.Infinite));
        bool IsOver() => waiter.Task.IsCompleted || cancellationToken.IsCancellationRequested;
        if (!waiter.Task.IsCompleted) Waits.Until(control, IsOver, () => new SignalBlockage(What, semaphore, IsOver), limit);
        // What was let in meanwhile stays in.
        if (!waiter.TimeOut()) return true;
        cancellationToken.ThrowIfCancellationRequested();
        return false;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_waitCount")]
    private static extern ref int WaitingCountOf(SemaphoreSlim semaphore);
}
