using System.Collections.Immutable;
using MessagePack;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>A chunk's columns while it is read.</summary>
internal sealed class ChunkColumns(byte[] kinds)
{
    public byte[] Kinds { get; } = kinds;

    public long[] Times { get; } = new long[kinds.Length];

    public long[] Threads { get; } = new long[kinds.Length];

    public long[] TaskIds { get; } = new long[kinds.Length];

    public long[] Related { get; } = new long[kinds.Length];

    public long[] Numbers { get; } = new long[kinds.Length];

    public long[] Texts { get; } = new long[kinds.Length];

    public RecordedEvent[] ToEvents(long[] threads, string[] texts, Dictionary<int, ImmutableArray<RecordedField>> fields)
    {
        var events = new RecordedEvent[Kinds.Length];
        for (var i = 0; i < events.Length; i++)
        {
            var task = unchecked((int)TaskIds[i]);
            events[i] = new RecordedEvent((RecordedEventKind)Kinds[i], Times[i], At(threads, Threads[i]))
            {
                TaskId = task,
                RelatedTaskId = Related[i] == 0 ? 0 : unchecked((int)(ChunkFormatter.Unzigzag(Related[i] - 1) + task)),
                Number = Numbers[i],
                Text = Texts[i] == 0 ? null : At(texts, Texts[i] - 1),
                Fields = fields.TryGetValue(i, out var own) ? own : default,
            };
        }

        return events;
    }

    private static T At<T>(T[] list, long index) =>
        index >= 0 && index < list.Length ? list[index] : throw new MessagePackSerializationException("An index points outside of its table.");
}
