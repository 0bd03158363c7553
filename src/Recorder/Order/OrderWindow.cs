using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Order;

/// <summary>Puts the events of a recording into their total order while they come, within a bounded memory.</summary>
/// <remarks>
/// The order is time, then causal edge (<see cref="CausalRank"/>), then thread, then the event's place among those of its thread. It is a pure
/// function of the threads' events: how the threads' streams are mixed on arrival does not matter. Time stands before the causal edge because
/// all threads stamp with one monotonic clock, so that an effect never has an earlier stamp than its cause; the edge decides between equal stamps.
/// An event leaves when its source says that nothing older comes any more (<see cref="ReleaseBefore"/>). An event that comes later than that
/// is late: it is counted and takes the time after the event that left last, so that the result stays sorted. Not safe for use by several threads.
/// </remarks>
public sealed class OrderWindow
{
    /// <summary>How far, in nanoseconds of event time, sources that cannot say what is complete are expected to be out of order at most.</summary>
    public const long DefaultWindowNs = 100_000_000;

    /// <summary>Default of the most events held back: about 40 MB.</summary>
    public const int EventCountMax = 524_288;

    private readonly Dictionary<long, ThreadLane> _lanes = [];
    private readonly LaneHeap _heap = new();
    private readonly List<RecordedEvent> _instant = [];
    private readonly List<ThreadLane> _instantLanes = [];
    private readonly Action<RecordedEvent> _emit;
    private readonly int _heldMax;
    private ThreadLane? _last;
    private int _held;
    private long _youngestNs = long.MinValue;
    private long _releasedNs = long.MinValue;

    /// <summary>Makes one.</summary>
    /// <param name="emit">Gets each event in order.</param>
    /// <param name="heldMax">Most events held back; beyond it the older half leaves.</param>
    public OrderWindow(Action<RecordedEvent> emit, int heldMax = EventCountMax)
    {
        _emit = emit;
        _heldMax = heldMax;
    }

    /// <summary>Events that came too late to take their place.</summary>
    public long LateCount { get; private set; }

    /// <summary>Takes an event in. Those of one thread come in the order in which it wrote them.</summary>
    public void Add(in RecordedEvent arrived)
    {
        var lane = _last is { } last && last.ThreadId == arrived.ThreadId ? last : _last = LaneOf(arrived.ThreadId);
        if (arrived.TimeNs > _releasedNs && arrived.TimeNs < long.MaxValue) lane.Add(arrived);
        else lane.Add(Late(arrived));
        _youngestNs = Math.Max(_youngestNs, arrived.TimeNs);
        if (++_held >= _heldMax) ReleaseHalf();
    }

    /// <summary>Hands out all events older than a time.</summary>
    /// <param name="timeNs">Nothing older comes any more.</param>
    public void ReleaseBefore(long timeNs)
    {
        if (_held == 0) return;
        OfferAll(timeNs);
        while (_heap.Count > 0)
        {
            var lane = _heap.First;
            var secondNs = _heap.SecondNs;
            if (lane.Oldest.TimeNs == secondNs) EmitInstant(secondNs, timeNs);
            else EmitRun(lane, Math.Min(timeNs, secondNs), timeNs);
        }
    }

    /// <summary>Hands out all that is held: nothing more will come.</summary>
    public void Drain() => ReleaseBefore(long.MaxValue);

    private ThreadLane LaneOf(long threadId)
    {
        if (!_lanes.TryGetValue(threadId, out var lane)) _lanes.Add(threadId, lane = new ThreadLane(threadId));
        return lane;
    }

    private RecordedEvent Late(in RecordedEvent arrived)
    {
        LateCount++;
        return arrived with { TimeNs = Math.Min(_releasedNs + 1, long.MaxValue - 1) };
    }

    // Memory is bounded even when the source never says what is complete: what is released too early makes others late, and those are counted.
    private void ReleaseHalf()
    {
        var oldestNs = _lanes.Values.Where(static lane => lane.Count > 0).Min(static lane => lane.Oldest.TimeNs);
        var until = oldestNs + ((_youngestNs - oldestNs) / 2) + 1;
        ReleaseBefore(until);
    }

    // A lane without events is one of a thread that may be gone; should it write again, it gets a new one.
    private void OfferAll(long untilNs)
    {
        foreach (var (threadId, lane) in _lanes)
        {
            if (lane.Count > 0) Offer(lane, untilNs);
            else if (lane != _last) _lanes.Remove(threadId);
        }
    }

    private void Offer(ThreadLane lane, long untilNs)
    {
        if (lane.Count > 0 && lane.Oldest.TimeNs < untilNs) _heap.Add(lane);
    }

    private void EmitRun(ThreadLane lane, long runEndNs, long untilNs)
    {
        while (lane.Count > 0 && lane.Oldest.TimeNs < runEndNs) EmitOldest(lane, _emit);
        if (lane.Count > 0 && lane.Oldest.TimeNs < untilNs) _heap.FirstChanged();
        else _heap.RemoveFirst();
    }

    // Several threads wrote at one instant: the causal edges between their events decide.
    private void EmitInstant(long timeNs, long untilNs)
    {
        _instant.Clear();
        _instantLanes.Clear();
        while (_heap.Count > 0 && _heap.First.Oldest.TimeNs == timeNs) _instantLanes.Add(_heap.RemoveFirst());
        foreach (var lane in _instantLanes) Collect(lane, timeNs);
        foreach (var lane in _instantLanes) Offer(lane, untilNs);
        new Instant(_instant).Emit(_emit);
    }

    private void Collect(ThreadLane lane, long timeNs)
    {
        while (lane.Count > 0 && lane.Oldest.TimeNs == timeNs) EmitOldest(lane, _instant.Add);
    }

    private void EmitOldest(ThreadLane lane, Action<RecordedEvent> emit)
    {
        _releasedNs = lane.Oldest.TimeNs;
        _held--;
        emit(lane.Oldest);
        lane.RemoveOldest();
    }
}
