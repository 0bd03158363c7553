using System.Collections.Immutable;
using MessagePack;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>What the columns of a chunk that is read point into.</summary>
internal sealed class ChunkTables(string[] texts, long[] threads)
{
    private readonly Dictionary<int, ImmutableArray<RecordedField>> _fields = [];

    public string Text(long place) => At(texts, place);

    public long Thread(long place) => At(threads, place);

    public ImmutableArray<RecordedField> Fields(int eventIndex) =>
        _fields.Count > 0 && _fields.TryGetValue(eventIndex, out var own) ? own : default;

    public void AddFields(int eventIndex, ImmutableArray<RecordedField> fields) => _fields.Add(eventIndex, fields);

    private static T At<T>(T[] list, long place) =>
        (ulong)place < (ulong)list.Length ? list[place] : throw new MessagePackSerializationException("A place lies outside of its table.");
}
