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
    private readonly Predicate<RecordedEvent>? _stopWhen;
    private readonly OrderWindow _order;
    private readonly LossBook _losses = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _stopAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _offsetNs;
    private long _lastNs;
    private long _keptCount;
    private long _lostCount;
    private long _requestCount;

    internal EventPipeline(Redactor redactor, IEventStore store, Predicate<RecordedEvent>? stopWhen)
    {
        _normalizer = new Normalizer(redactor);
        _store = store;
        _stopWhen = stopWhen;
        _order = new OrderWindow(Write);
    }

    /// <summary>Ends when an event came that the recording was to stop at.</summary>
    internal Task StopAsked => _stopAsked.Task;

    /// <summary>Events in the store so far. May be read from any thread, as the other counts.</summary>
    internal long KeptCount => Volatile.Read(ref _keptCount);

    internal long LostCount => Volatile.Read(ref _lostCount);

    internal long RequestCount => Volatile.Read(ref _requestCount);

    internal long BytesWritten => _store.BytesWritten;

    internal long LastNs => Volatile.Read(ref _lastNs);

    /// <summary>Bare names that occur in the recording.</summary>
    internal IReadOnlySet<string> Names => _names;

    private ImmutableArray<UnknownEvents> Unknown =>
        _order.LateCount == 0 ? _normalizer.Unknown : _normalizer.Unknown.Add(new UnknownEvents("out of order beyond the window", _order.LateCount));

    /// <summary>Notes what is listened to from now on.</summary>
    /// <param name="offsetNs">What to add to the session's times.</param>
    /// <param name="tier">What it listens to.</param>
    /// <param name="reason">Why, in a few words.</param>
    internal void BeginSession(long offsetNs, RecordingTier tier, string reason)
    {
        _offsetNs = offsetNs;
        NoteTier(offsetNs, tier, reason);
    }

    /// <summary>Notes that nothing is listened to from now on, or something else.</summary>
    internal void NoteTier(long timeNs, RecordingTier tier, string reason) =>
        _order.Add(new RecordedEvent(RecordedEventKind.TierChanged, timeNs, 0) { Number = (long)tier, Text = reason });

    /// <inheritdoc/>
    public void OnEvent(in RawEvent raw)
    {
        if (raw.Provider == RawProvider.Session || _normalizer.Normalize(raw, out var recorded) != NormalizeOutcome.Kept) return;
        if (_offsetNs != 0) recorded = recorded with { TimeNs = recorded.TimeNs + _offsetNs };
        if (recorded.Kind == RecordedEventKind.RequestStarted) Volatile.Write(ref _requestCount, _requestCount + 1);
        if (recorded is { Kind: RecordedEventKind.OperationBegan, Text: { } name }) _names.Add(name);
        if (_stopWhen is { } stopWhen && stopWhen(recorded)) _stopAsked.TrySetResult();
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

    /// <summary>Writes what waits for its order: the session has ended.</summary>
    internal void Drain() => _order.Drain();

    /// <summary>What is known of completeness. Only when no session is read.</summary>
    internal Completeness CompletenessOf(bool isCutShort) => _losses.Complete(new Completeness(KeptCount, 0, isCutShort, Unknown));

    private void Write(RecordedEvent recorded)
    {
        _losses.Take(recorded);
        _store.Append(recorded);
        Volatile.Write(ref _keptCount, _keptCount + 1);
        Volatile.Write(ref _lastNs, recorded.TimeNs);
    }
}
