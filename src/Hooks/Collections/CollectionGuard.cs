namespace ReplayKit.Hooks;

/// <summary>Keeps all others from a collection while woven code runs inside one of its calls: the collection holds a real lock meanwhile.</summary>
internal sealed class CollectionGuard : OwnedLock
{
    /// <summary>Takes the guard of a collection.</summary>
    /// <returns>Gives it back when disposed.</returns>
    public static Holding Take(IControl control, object collection, string site)
    {
        var guard = control.StateOf<CollectionGuard>(collection);
        var execution = control.Execution;
        Waits.Until(
            control,
            () => guard.TryTake(execution, site),
            () => new LockBlockage(guard, new LockName(collection, "collection"), execution),
            new WaitLimit(Timeout.InfiniteTimeSpan, site));
        return new Holding(guard);
    }

    /// <summary>A guard that is held; the default holds none.</summary>
    public readonly struct Holding(CollectionGuard? guard) : IDisposable
    {
        public void Dispose() => guard?.GiveBack();
    }
}
