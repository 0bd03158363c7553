namespace ReplayKit.Hooks;

/// <summary>The state of a mutex: a lock that its owner's end leaves abandoned.</summary>
internal sealed class MutexState : OwnedLock
{
    private ThreadModel? _thread;

    /// <summary>Whether its owner is a thread that has ended.</summary>
    public bool IsAbandoned => Owner is not null && _thread is { IsOver: true };

    /// <summary>Takes it, which must be possible.</summary>
    /// <returns>Whether it was abandoned.</returns>
    public bool Take(IControl control, string site)
    {
        var execution = control.Execution;
        var isAbandoned = IsAbandoned;
        if (isAbandoned) Surrender();
        TryTake(execution, site);
        _thread = control.StateOf<ExecutionThread>(execution).State;
        return isAbandoned;
    }
}
