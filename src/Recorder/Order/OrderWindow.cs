using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Order;

/// <summary>Puts a stream of nearly sorted events into the order of <see cref="EventOrder"/> while it runs, within a bounded memory.</summary>
/// <remarks>
/// An event leaves when events have come that are younger by the window. An event that comes later than that is late: it is counted and
/// takes the time of the event that left last, so that the result stays sorted. Not safe for use by several threads.
/// </remarks>
public sealed class OrderWindow
{
    /// <summary>Default length of the window in nanoseconds.</summary>
    public const long DefaultWindowNs = 100_000_000;

    /// <summary>Most events held back; about 16 MiB.</summary>
    public const int EventCountMax = 262_144;

    private readonly List<SequencedEvent> _held = [];
    private readonly Action<RecordedEvent> _emit;
    private readonly long _windowNs;
    private long _releasedNs = long.MinValue;

    /// <summary>Makes one.</summary>
    /// <param name="emit">Gets each event in order.</param>
    /// <param name="windowNs">Length of the window in nanoseconds.</param>
    public OrderWindow(Action<RecordedEvent> emit, long windowNs = DefaultWindowNs)
    {
        _emit = emit;
        _windowNs = windowNs;
    }

    /// <summary>Events that came too late to take their place.</summary>
    public long LateCount { get; private set; }

    /// <summary>Takes an event in.</summary>
    public void Add(in SequencedEvent arrived)
    {
        Insert(arrived.Event.TimeNs > _releasedNs ? arrived : Late(arrived));
        var spanNs = _held[^1].Event.TimeNs - _held[0].Event.TimeNs;
        // Twice the window, so that half of what is held leaves at once and moving the rest costs little per event.
        if (spanNs > 2 * _windowNs) Release(_held[^1].Event.TimeNs - _windowNs);
        else if (_held.Count >= EventCountMax) Release(_held[_held.Count / 2].Event.TimeNs);
    }

    /// <summary>Hands out all that is held: nothing more will come.</summary>
    public void Drain() => Release(long.MaxValue);

    private SequencedEvent Late(in SequencedEvent arrived)
    {
        LateCount++;
        return arrived with { Event = arrived.Event with { TimeNs = _releasedNs + 1 } };
    }

    private void Insert(in SequencedEvent arrived)
    {
        var at = _held.Count;
        while (at > 0 && EventOrder.CompareKeys(_held[at - 1], arrived) > 0) at--;
        _held.Insert(at, arrived);
    }

    private void Release(long untilNs)
    {
        var count = 0;
        while (count < _held.Count && _held[count].Event.TimeNs <= untilNs) count++;
        if (count == 0) return;
        _releasedNs = _held[count - 1].Event.TimeNs;
        EventOrder.Emit(_held, count, _emit);
        _held.RemoveRange(0, count);
    }
}
