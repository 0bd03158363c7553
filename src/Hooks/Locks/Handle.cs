namespace ReplayKit.Hooks;

/// <summary>A wait handle, as a wait under control sees it: asked whether it is signalled, then taken, and never waited for.</summary>
internal abstract class Handle(WaitHandle real)
{
    /// <summary>What it is called in a report.</summary>
    public abstract string What { get; }

    /// <summary>What the order of things is told of.</summary>
    public virtual object Resource => real;

    /// <summary>Who holds it; null when that is nobody, or unknown.</summary>
    public virtual object? Holder => null;

    /// <summary>Where it was taken.</summary>
    public virtual string HeldAt => "";

    /// <summary>The handle of this object.</summary>
    public static Handle Of(IControl control, WaitHandle real)
    {
        // A closed one is refused by the runtime, in its words.
        if (real.SafeWaitHandle.IsClosed) real.WaitOne(0);
        return real switch
        {
            Mutex mutex => new MutexHandle(control, mutex),
            Semaphore semaphore => new SemaphoreHandle(semaphore),
            EventWaitHandle signal => new EventHandle(signal),
            _ => new OtherHandle(real),
        };
    }

    /// <summary>Whether a wait of this execution would succeed. Changes nothing.</summary>
    public abstract bool CanTake(object execution);

    /// <summary>Does what a successful wait does; that must be possible now.</summary>
    /// <returns>Whether it was abandoned.</returns>
    public abstract bool Take(IControl control, string site);

    private sealed class MutexHandle(IControl control, Mutex mutex) : Handle(mutex)
    {
        private readonly object _key = MutexName.KeyOf(control, mutex);
        private readonly MutexState _state = control.StateOf<MutexState>(MutexName.KeyOf(control, mutex));

        public override string What => "mutex";

        public override object Resource => _key;

        public override object? Holder => _state.Owner;

        public override string HeldAt => _state.HeldAt;

        public override bool CanTake(object execution) => _state.IsFreeFor(execution) || _state.IsAbandoned;

        public override bool Take(IControl control, string site) => _state.Take(control, site);
    }

    // No way to ask these: what a successful wait takes is given back at once. Nobody else runs meanwhile.
    private sealed class SemaphoreHandle(Semaphore semaphore) : Handle(semaphore)
    {
        public override string What => "semaphore";

        public override bool CanTake(object execution)
        {
            if (semaphore.SafeWaitHandle.IsClosed || !semaphore.WaitOne(0)) return false;
            semaphore.Release();
            return true;
        }

        public override bool Take(IControl control, string site)
        {
            semaphore.WaitOne(0);
            return false;
        }
    }

    private sealed class EventHandle(EventWaitHandle signal) : Handle(signal)
    {
        public override string What => "event";

        public override bool CanTake(object execution)
        {
            if (signal.SafeWaitHandle.IsClosed || !signal.WaitOne(0)) return false;
            signal.Set();
            return true;
        }

        public override bool Take(IControl control, string site)
        {
            signal.WaitOne(0);
            return false;
        }
    }

    // A wait handle of another kind, such as a process: its signal stays.
    private sealed class OtherHandle(WaitHandle real) : Handle(real)
    {
        private readonly WaitHandle _handle = real;

        public override string What => "wait handle";

        public override bool CanTake(object execution) => !_handle.SafeWaitHandle.IsClosed && _handle.WaitOne(0);

        public override bool Take(IControl control, string site) => false;
    }
}
