using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>Keeps the last events in memory, encoded, and hands them on when something happened that they led to.</summary>
/// <remarks>Events come on the reading thread, requests to keep and the passing of time from others: one lock guards all.</remarks>
internal sealed class FlightStore : IEventStore
{
    // Time passes in steps of whole chunks: one is closed after this much, in event time.
    private const long ChunkNs = 500_000_000;

    // What happened reaches the store a little later: the clock alone ends a file only when it can be expected to be there.
    private const long TravelNs = 3_000_000_000;

    private readonly Lock _gate = new();
    private readonly FlightOptions _options;
    private readonly long _afterNs;
    private readonly Action<FlightSlice> _onSlice;
    private readonly ChunkBuilder _pending = new();
    private readonly Queue<HeldChunk> _held = new();
    private readonly Queue<LostEvents> _lost = new();
    private RecordingTier _tier;
    private RecordingTier _pendingTier;
    private long _heldBytes;
    private long _lastNs;
    private bool _isShortened;
    private FlightTrigger? _fired;

    /// <summary>Makes one.</summary>
    /// <param name="options">What to keep.</param>
    /// <param name="after">How much of what follows a trigger belongs to its file.</param>
    /// <param name="onSlice">Gets what is to be written, once it is complete. Must be quick.</param>
    internal FlightStore(FlightOptions options, TimeSpan after, Action<FlightSlice> onSlice)
    {
        _options = options;
        _afterNs = (long)after.TotalNanoseconds;
        _onSlice = onSlice;
    }

    /// <summary>Bytes of memory that the kept events take.</summary>
    internal long HeldBytes => Volatile.Read(ref _heldBytes);

    public void Append(in RecordedEvent recorded)
    {
        lock (_gate)
        {
            if (_fired is { } fired && recorded.TimeNs > fired.UntilNs) Finish(fired);
            if (!_pending.HasRoomFor(recorded) || (_pending.Count > 0 && recorded.TimeNs - _pending.FirstTimeNs > ChunkNs)) CloseChunk();
            if (_pending.Count == 0) _pendingTier = _tier;
            _pending.Add(recorded);
            _lastNs = recorded.TimeNs;
            if (recorded.Kind == RecordedEventKind.TierChanged) _tier = (RecordingTier)recorded.Number;
            if (recorded.Kind == RecordedEventKind.EventsLost) _lost.Enqueue(LostEvents.Of(recorded));
        }
    }

    /// <summary>Something happened: what led to it, and what follows for a while, is to be kept. What happens meanwhile belongs to the same file.</summary>
    /// <param name="timeNs">When.</param>
    /// <param name="reason">What.</param>
    internal void Fire(long timeNs, string reason)
    {
        lock (_gate)
        {
            if (_fired is { } fired) fired.Reasons.Add(reason);
            else _fired = new FlightTrigger(timeNs, timeNs + _afterNs, [reason]);
        }
    }

    /// <summary>Time passed, also when nothing happened in the target.</summary>
    internal void Tick(long timeNs)
    {
        lock (_gate)
        {
            if (_fired is { } fired && timeNs - TravelNs > fired.UntilNs) Finish(fired);
        }
    }

    /// <summary>No more events come: what is to be kept is handed on.</summary>
    internal void Complete()
    {
        lock (_gate)
        {
            if (_fired is { } fired) Finish(fired);
        }
    }

    private void Finish(FlightTrigger fired)
    {
        _fired = null;
        CloseChunk();
        var fromNs = Math.Max(0, fired.TimeNs - (long)_options.Keep.TotalNanoseconds);
        ImmutableArray<HeldChunk> kept = [.. _held.SkipWhile(held => held.Chunk.LastTimeNs < fromNs)];
        var beganNs = kept.IsEmpty ? fired.TimeNs : kept[0].Chunk.FirstTimeNs;
        _onSlice(new FlightSlice([.. kept.Select(static held => held.Chunk)], beganNs, Math.Max(_lastNs, fired.TimeNs))
        {
            Tier = kept.IsEmpty ? _tier : kept[0].Tier,
            Reasons = [.. fired.Reasons],
            Losses = [.. _lost.Where(lost => lost.ToNs >= beganNs)],
            IsShortened = _isShortened && beganNs > fromNs,
        });
    }

    private void CloseChunk()
    {
        if (_pending.Count == 0) return;
        var closed = new HeldChunk(_pending.Build(), _pendingTier);
        _held.Enqueue(closed);
        _heldBytes += closed.Chunk.ByteCount;
        // While a file waits for its end, its begin stays.
        var untilNs = (_fired?.TimeNs ?? closed.Chunk.LastTimeNs) - (long)_options.Keep.TotalNanoseconds;
        while (_held.Count > 1 && _held.Peek().Chunk.LastTimeNs < untilNs) _heldBytes -= _held.Dequeue().Chunk.ByteCount;
        for (; _held.Count > 1 && _heldBytes > _options.KeepBytesMax; _isShortened = true) _heldBytes -= _held.Dequeue().Chunk.ByteCount;
        while (_lost.TryPeek(out var lost) && lost.ToNs < _held.Peek().Chunk.FirstTimeNs) _lost.Dequeue();
    }

    private readonly record struct HeldChunk(EncodedChunk Chunk, RecordingTier Tier);

    private sealed record FlightTrigger(long TimeNs, long UntilNs, List<string> Reasons);
}
