namespace ReplayKit.Recorder.Order;

/// <summary>Lanes by the time of their oldest event, then by thread: a binary heap whose first lane can change its place without leaving.</summary>
internal sealed class LaneHeap
{
    private (long TimeNs, ThreadLane Lane)[] _heap = new (long, ThreadLane)[16];

    internal int Count { get; private set; }

    /// <summary>The first. There must be one.</summary>
    internal ThreadLane First => _heap[0].Lane;

    /// <summary>Time of the second; the end of time when there is none.</summary>
    internal long SecondNs => Count switch
    {
        < 2 => long.MaxValue,
        2 => _heap[1].TimeNs,
        _ => Math.Min(_heap[1].TimeNs, _heap[2].TimeNs),
    };

    /// <summary>Takes a lane in. It must hold an event.</summary>
    internal void Add(ThreadLane lane)
    {
        if (Count == _heap.Length) Array.Resize(ref _heap, 2 * Count);
        var entry = (lane.Oldest.TimeNs, lane);
        var at = Count++;
        for (; at > 0 && IsBefore(entry, _heap[(at - 1) / 2]); at = (at - 1) / 2) _heap[at] = _heap[(at - 1) / 2];
        _heap[at] = entry;
    }

    /// <summary>Takes the first lane out.</summary>
    internal ThreadLane RemoveFirst()
    {
        var first = _heap[0].Lane;
        var last = _heap[--Count];
        _heap[Count] = default;
        if (Count > 0) SiftDown(last);
        return first;
    }

    /// <summary>Puts the first lane, whose oldest event is another now, where it belongs.</summary>
    internal void FirstChanged() => SiftDown((_heap[0].Lane.Oldest.TimeNs, _heap[0].Lane));

    private void SiftDown((long TimeNs, ThreadLane Lane) entry)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= Count) break;
            if (child + 1 < Count && IsBefore(_heap[child + 1], _heap[child])) child++;
            if (!IsBefore(_heap[child], entry)) break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = entry;
    }

    private static bool IsBefore((long TimeNs, ThreadLane Lane) left, (long TimeNs, ThreadLane Lane) right) =>
        left.TimeNs < right.TimeNs || (left.TimeNs == right.TimeNs && left.Lane.ThreadId < right.Lane.ThreadId);
}
