using MessagePack;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Gathers events until they make a chunk.</summary>
public sealed class ChunkBuilder
{
    private readonly PendingChunk _pending = new();

    /// <summary>Events that are gathered and not yet part of a chunk.</summary>
    public int Count => _pending.Count;

    /// <summary>Time of the first of them; there must be one.</summary>
    public long FirstTimeNs => _pending.FirstTimeNs;

    /// <summary>Whether an event can be taken without a chunk being made before.</summary>
    /// <exception cref="ArgumentException">Its kind is none that a file can hold, or it is larger than <see cref="WireLimits"/> allow. It can never be taken; others can follow.</exception>
    public bool HasRoomFor(in RecordedEvent recorded)
    {
        if (!RecordedEventKinds.IsKnown(recorded.Kind)) throw new ArgumentException($"{recorded.Kind} is no kind of event that a recording can hold.", nameof(recorded));
        var size = EventSize.Of(recorded);
        if (!size.IsWithinLimits) throw new ArgumentException($"An event with {size.TextChars} characters and {size.FieldCount} fields is too large for a recording.", nameof(recorded));
        return !_pending.IsFull && _pending.HasRoomFor(size);
    }

    /// <summary>Takes an event for which there is room. Events come in their total order.</summary>
    public void Add(in RecordedEvent recorded) => _pending.Add(recorded, EventSize.Of(recorded));

    /// <summary>Makes a chunk of what is gathered; there must be something.</summary>
    /// <exception cref="MessagePackSerializationException">It is too large to be read back. It stays gathered.</exception>
    public EncodedChunk Build()
    {
        var events = _pending.ToArray();
        var chunk = new EncodedChunk(WireSerializer.Write(events), events.Length, events[0].TimeNs, events[^1].TimeNs);
        _pending.Clear();
        return chunk;
    }
}
