namespace ReplayKit.Replayer.Time;

/// <summary>Virtual time of one run: it stands still until the step loop moves it, and then what is due happens in order.</summary>
/// <remarks>Used on the loop's thread only, but for <see cref="NowNs"/> and <see cref="Schedule"/>, which escaped code may call from any thread.</remarks>
public sealed class VirtualClock
{
    private readonly PriorityQueue<TimerEntry, (long DueNs, long Sequence)> _queue = new();
    private readonly Lock _gate = new();
    private long _nowNs;
    private long _sequence;

    /// <summary>A clock that stands at <paramref name="startNs"/>.</summary>
    /// <param name="originUtc">Wall-clock time of nanosecond 0.</param>
    /// <param name="startNs">Nanoseconds since <paramref name="originUtc"/>.</param>
    public VirtualClock(DateTimeOffset originUtc, long startNs)
    {
        OriginUtc = originUtc;
        _nowNs = startNs;
    }

    /// <summary>Wall-clock time of nanosecond 0.</summary>
    public DateTimeOffset OriginUtc { get; }

    /// <summary>Nanoseconds since <see cref="OriginUtc"/>.</summary>
    public long NowNs => Volatile.Read(ref _nowNs);

    /// <summary>When the next timer is due; null when none is.</summary>
    public long? NextDueNs
    {
        get
        {
            lock (_gate)
            {
                DropCancelled();
                return _queue.TryPeek(out _, out var priority) ? priority.DueNs : null;
            }
        }
    }

    /// <summary>Has <paramref name="fire"/> called when the clock reaches the due time. Timers due at one instant fire in the order they were made.</summary>
    /// <param name="operation">The operation on whose behalf; null when none.</param>
    /// <param name="delayNs">Nanoseconds from now; not negative.</param>
    /// <param name="fire">What happens then; called on the loop's thread.</param>
    public TimerEntry Schedule(int? operation, long delayNs, Action fire)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delayNs);
        lock (_gate)
        {
            var entry = new TimerEntry(operation, _nowNs + delayNs, fire);
            _queue.Enqueue(entry, (entry.DueNs, _sequence++));
            return entry;
        }
    }

    /// <summary>The earliest due time of a timer of this operation; null when it has none.</summary>
    public long? NextDueOf(int operation)
    {
        lock (_gate)
        {
            long? earliest = null;
            foreach (var (entry, _) in _queue.UnorderedItems)
            {
                if (entry.Operation != operation || entry.IsCancelled) continue;
                if (earliest is null || entry.DueNs < earliest) earliest = entry.DueNs;
            }

            return earliest;
        }
    }

    /// <summary>Moves the clock to <paramref name="timeNs"/>, unless it stands later already, and fires on the way what is due.</summary>
    public void AdvanceTo(long timeNs)
    {
        while (TakeDue(timeNs) is { } entry)
        {
            Volatile.Write(ref _nowNs, Math.Max(_nowNs, entry.DueNs));
            entry.Fire();
        }

        Volatile.Write(ref _nowNs, Math.Max(_nowNs, timeNs));
    }

    private TimerEntry? TakeDue(long timeNs)
    {
        lock (_gate)
        {
            DropCancelled();
            if (!_queue.TryPeek(out var entry, out var priority) || priority.DueNs > timeNs) return null;
            _queue.Dequeue();
            return entry;
        }
    }

    private void DropCancelled()
    {
        while (_queue.TryPeek(out var entry, out _) && entry.IsCancelled) _queue.Dequeue();
    }
}
