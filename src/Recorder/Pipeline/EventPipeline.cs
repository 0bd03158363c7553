using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ReplayKit.Recorder.NetTrace;
using ReplayKit.Recorder.Normalize;
using ReplayKit.Recorder.Order;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>What happens to each event of a target between its stream and the store: it is normalised, counted and put in order.</summary>
/// <remarks>
/// One pipeline serves all sessions of a recording, one after the other; each says with <see cref="BeginSession"/> how its times stand to those
/// of the first. All but the counters belongs to the thread that reads.
/// </remarks>
internal sealed class EventPipeline : INetTraceSink
{
    private readonly Normalizer _normalizer;
    private readonly IEventStore _store;
    private readonly PipelineTriggers? _triggers;
    private readonly OrderWindow _order;
    private readonly LossBook _losses = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _firstEvent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _hasEvent;
    private long _offsetNs;
    private long _lastNs;
    private long _keptCount;
    private long _lostCount;
    private long _requestCount;
    private long _tooLargeCount;

    /// <summary>Makes one.</summary>
    /// <param name="redactor">Replaces what must not reach the disk.</param>
    /// <param name="store">Takes the events.</param>
    /// <param name="triggers">What to watch for; null for nothing.</param>
    internal EventPipeline(Redactor redactor, IEventStore store, PipelineTriggers? triggers = null)
    {
        _normalizer = new Normalizer(redactor);
        _store = store;
        _triggers = triggers;
        _order = new OrderWindow(Write);
    }

    /// <summary>Events in the store so far. May be read from any thread, as the other counts.</summary>
    internal long KeptCount => Volatile.Read(ref _keptCount);

    internal long LostCount => Volatile.Read(ref _lostCount);

    internal long RequestCount => Volatile.Read(ref _requestCount);

    internal long LastNs => Volatile.Read(ref _lastNs);

    /// <summary>Ends with the first event.</summary>
    internal Task FirstEvent => _firstEvent.Task;

    /// <summary>What is listened to now.</summary>
    internal RecordingTier Tier { get; private set; }

    /// <summary>Bare names that occur in the recording.</summary>
    internal IReadOnlySet<string> Names => _names;

    /// <summary>Events that no rule names, and others that could not take their place.</summary>
    internal ImmutableArray<UnknownEvents> Unknown
    {
        get
        {
            var unknown = _normalizer.Unknown;
            if (_order.LateCount > 0) unknown = unknown.Add(new UnknownEvents("out of order beyond the window", _order.LateCount));
            return _tooLargeCount == 0 ? unknown : unknown.Add(new UnknownEvents("too large for a recording", _tooLargeCount));
        }
    }

    /// <summary>The bare names that occurred so far; may be asked from any thread.</summary>
    internal FrozenSet<string> NamesSoFar()
    {
        lock (_names) return _names.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Notes what is listened to from now on.</summary>
    /// <param name="offsetNs">What to add to the session's times.</param>
    /// <param name="tier">What it listens to.</param>
    /// <param name="reason">Why, in a few words.</param>
    internal void BeginSession(long offsetNs, RecordingTier tier, string reason)
    {
        _offsetNs = offsetNs;
        _normalizer.BeginSession();
        NoteTier(offsetNs, tier, reason);
    }

    /// <summary>Notes that nothing is listened to from now on. Only when no session is read.</summary>
    /// <param name="reason">Why, in a few words.</param>
    internal void EndSession(string reason)
    {
        NoteTier(_lastNs + 1, RecordingTier.Off, reason);
        _order.Drain();
    }

    private void NoteTier(long timeNs, RecordingTier tier, string reason)
    {
        Tier = tier;
        _order.Add(new RecordedEvent(RecordedEventKind.TierChanged, timeNs, 0) { Number = (long)tier, Text = reason });
    }

    /// <inheritdoc/>
    public void OnEvent(in RawEvent raw)
    {
        if (raw.Provider == RawProvider.Session || _normalizer.Normalize(raw, out var recorded) != NormalizeOutcome.Kept) return;
        if (!_hasEvent) _hasEvent = _firstEvent.TrySetResult();
        if (_offsetNs != 0) recorded = recorded with { TimeNs = recorded.TimeNs + _offsetNs };
        if (recorded.Kind == RecordedEventKind.RequestStarted) Volatile.Write(ref _requestCount, _requestCount + 1);
        if (recorded is { Kind: RecordedEventKind.OperationBegan, Text: { } name }) Note(name);
        _order.Add(recorded);
    }

    /// <inheritdoc/>
    public void OnLost(in LostRun lost)
    {
        Volatile.Write(ref _lostCount, _lostCount + lost.Count);
        var since = (lost.FromNs + _offsetNs).ToString(CultureInfo.InvariantCulture);
        _order.Add(new RecordedEvent(RecordedEventKind.EventsLost, lost.ToNs + _offsetNs, lost.ThreadId) { Number = lost.Count, Fields = [new(FieldNames.Since, since)] });
    }

    /// <inheritdoc/>
    public void OnOlderComplete(long timeNs) => _order.ReleaseBefore(timeNs + _offsetNs);

    /// <inheritdoc/>
    public void OnQuiet()
    {
        _order.Drain();
        _triggers?.PassTime();
    }

    /// <summary>Writes what waits for its order: the session has ended.</summary>
    internal void Drain() => _order.Drain();

    /// <summary>What is known of completeness. Only when no session is read.</summary>
    internal Completeness CompletenessOf(bool isCutShort) => _losses.Complete(new Completeness(KeptCount, 0, isCutShort, Unknown));

    private void Note(string name)
    {
        if (_names.Contains(name)) return; // only this thread writes
        lock (_names) _names.Add(name);
    }

    private void Write(RecordedEvent recorded)
    {
        _losses.Take(recorded);
        try
        {
            _store.Append(recorded);
        }
        catch (ArgumentException)
        {
            _tooLargeCount++; // the store did not take it, and the others can follow
            return;
        }

        Volatile.Write(ref _keptCount, _keptCount + 1);
        Volatile.Write(ref _lastNs, recorded.TimeNs);
        _triggers?.Take(recorded);
    }
}
