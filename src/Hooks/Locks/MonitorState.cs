namespace ReplayKit.Hooks;

/// <summary>The state of an object's monitor: its lock, and who waits for a pulse, in order.</summary>
internal sealed class MonitorState : OwnedLock
{
    private readonly LinkedList<PulseBlockage> _waiting = new();

    public void Enqueue(PulseBlockage waiting) => _waiting.AddLast(waiting);

    public void Remove(PulseBlockage waiting) => _waiting.Remove(waiting);

    /// <summary>Wakes the one that has waited longest.</summary>
    public void Pulse()
    {
        if (_waiting.First is not { } first) return;
        _waiting.RemoveFirst();
        first.Value.Pulse();
    }

    public void PulseAll()
    {
        while (_waiting.Count > 0) Pulse();
    }
}
