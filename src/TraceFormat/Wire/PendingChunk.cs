using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>The events of the chunk that is being filled, and how much room they take.</summary>
internal sealed class PendingChunk
{
    private const int EventCountMax = 8192;
    private readonly List<RecordedEvent> _events = new(EventCountMax);
    private long _textChars;
    private int _fieldCount;

    public int Count => _events.Count;

    public bool IsFull => _events.Count == EventCountMax;

    public long FirstTimeNs => _events[0].TimeNs;

    /// <summary>Whether the event fits in beside those that are here; one alone always does, within the limits of one event.</summary>
    public bool HasRoomFor(in EventSize size) =>
        _events.Count == 0 || (_textChars + size.TextChars <= WireLimits.EventTextCharsMax && _fieldCount + size.FieldCount <= WireLimits.ChunkFieldCountMax);

    public void Add(in RecordedEvent recorded, in EventSize size)
    {
        _events.Add(recorded);
        _textChars += size.TextChars;
        _fieldCount += size.FieldCount;
    }

    public RecordedEvent[] ToArray() => [.. _events];

    public void Clear()
    {
        _events.Clear();
        _textChars = 0;
        _fieldCount = 0;
    }
}
