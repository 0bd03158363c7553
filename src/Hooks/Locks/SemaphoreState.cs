namespace ReplayKit.Hooks;

/// <summary>The asynchronous waits of a semaphore that woven code began, in the order of the real one's queue.</summary>
internal sealed class SemaphoreState
{
    private readonly List<SemaphoreWaiter> _waiters = [];

    /// <summary>Whether any has not ended. A blocking wait then comes after them, as the runtime has it.</summary>
    public bool HasWaiters
    {
        get
        {
            Sweep();
            return _waiters.Count > 0;
        }
    }

    /// <summary>A wait that has begun.</summary>
    public SemaphoreWaiter Add(SemaphoreSlim semaphore, Task<bool> task)
    {
        var waiter = new SemaphoreWaiter(semaphore, task);
        _waiters.Add(waiter);
        return waiter;
    }

    /// <summary>Lets go of the timers and registrations of those that have ended.</summary>
    public void Sweep()
    {
        foreach (var waiter in _waiters)
        {
            if (waiter.Task.IsCompleted) waiter.Dispose();
        }

        _waiters.RemoveAll(static waiter => waiter.Task.IsCompleted);
    }
}
