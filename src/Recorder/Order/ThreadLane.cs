using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Order;

/// <summary>Events of one thread that wait for their place, oldest first.</summary>
internal sealed class ThreadLane(long threadId)
{
    private RecordedEvent[] _ring = new RecordedEvent[64];
    private int _head;

    internal long ThreadId { get; } = threadId;

    internal int Count { get; private set; }

    /// <summary>The oldest. There must be one.</summary>
    internal ref readonly RecordedEvent Oldest => ref _ring[_head];

    /// <summary>Takes one in. Nearly always it is the youngest; one that is not takes its place behind those of its instant.</summary>
    internal void Add(in RecordedEvent added)
    {
        if (Count == _ring.Length) Grow();
        var at = Count++;
        for (; at > 0 && _ring[Slot(at - 1)].TimeNs > added.TimeNs; at--) _ring[Slot(at)] = _ring[Slot(at - 1)];
        _ring[Slot(at)] = added;
    }

    /// <summary>Takes the oldest out.</summary>
    internal void RemoveOldest()
    {
        _ring[_head] = default; // its texts need not outlive it
        _head = Slot(1);
        Count--;
    }

    private int Slot(int at) => (_head + at) & (_ring.Length - 1);

    private void Grow()
    {
        var larger = new RecordedEvent[2 * _ring.Length];
        for (var at = 0; at < Count; at++) larger[at] = _ring[Slot(at)];
        _ring = larger;
        _head = 0;
    }
}
