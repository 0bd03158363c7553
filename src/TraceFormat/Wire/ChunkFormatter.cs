using System.Collections.Immutable;
using MessagePack;
using MessagePack.Formatters;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Writes and reads a chunk of events: one column per member, texts once each, times and task ids as differences.</summary>
internal sealed class ChunkFormatter : IMessagePackFormatter<RecordedEvent[]>
{
    private const int PartCount = 10;

    public void Serialize(ref MessagePackWriter writer, RecordedEvent[] value, MessagePackSerializerOptions options)
    {
        var texts = new TextTable();
        var threads = new Dictionary<long, int>();
        foreach (var e in value)
        {
            threads.TryAdd(e.ThreadId, threads.Count);
            texts.Add(e);
        }

        writer.WriteArrayHeader(PartCount);
        writer.WriteArrayHeader(texts.Texts.Count);
        foreach (var text in texts.Texts) writer.Write(text);
        writer.WriteArrayHeader(threads.Count);
        foreach (var thread in threads.Keys) writer.Write(thread);
        writer.Write(Array.ConvertAll(value, static e => (byte)e.Kind));
        WriteDifferences(ref writer, value, static e => e.TimeNs);
        WriteColumn(ref writer, value, e => threads[e.ThreadId]);
        WriteDifferences(ref writer, value, static e => e.TaskId);
        WriteColumn(ref writer, value, static e => e.RelatedTaskId == 0 ? 0 : Zigzag(e.RelatedTaskId - (long)e.TaskId) + 1);
        WriteColumn(ref writer, value, static e => e.Number);
        WriteColumn(ref writer, value, e => e.Text is null ? 0 : texts.IndexOf(e.Text) + 1);
        WriteFields(ref writer, value, texts);
    }

    public RecordedEvent[] Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        MessagePackText.Expect(ref reader, PartCount);
        var texts = new string[MessagePackText.ReadCount(ref reader, WireLimits.ListCountMax)];
        for (var i = 0; i < texts.Length; i++) texts[i] = MessagePackText.ReadText(ref reader);
        var threads = new long[MessagePackText.ReadCount(ref reader, WireLimits.ChunkEventCountMax)];
        for (var i = 0; i < threads.Length; i++) threads[i] = reader.ReadInt64();
        var columns = new ChunkColumns(ReadKinds(ref reader));
        ReadDifferences(ref reader, columns.Times);
        ReadColumn(ref reader, columns.Threads);
        ReadDifferences(ref reader, columns.TaskIds);
        ReadColumn(ref reader, columns.Related);
        ReadColumn(ref reader, columns.Numbers);
        ReadColumn(ref reader, columns.Texts);
        var fields = ReadFields(ref reader, columns.Kinds.Length, texts);
        return columns.ToEvents(threads, texts, fields);
    }

    private static byte[] ReadKinds(ref MessagePackReader reader)
    {
        var kinds = reader.ReadBytes() is { } bytes && bytes.Length <= WireLimits.ChunkEventCountMax ? bytes : throw new MessagePackSerializationException("The chunk holds too many events.");
        return System.Buffers.BuffersExtensions.ToArray(kinds);
    }

    private static void WriteColumn(ref MessagePackWriter writer, RecordedEvent[] events, Func<RecordedEvent, long> value)
    {
        writer.WriteArrayHeader(events.Length);
        foreach (var e in events) writer.Write(value(e));
    }

    private static void WriteDifferences(ref MessagePackWriter writer, RecordedEvent[] events, Func<RecordedEvent, long> value)
    {
        writer.WriteArrayHeader(events.Length);
        var last = 0L;
        foreach (var e in events)
        {
            var now = value(e);
            writer.Write(unchecked((ulong)Zigzag(now - last)));
            last = now;
        }
    }

    private static void ReadColumn(ref MessagePackReader reader, long[] column)
    {
        MessagePackText.Expect(ref reader, column.Length);
        for (var i = 0; i < column.Length; i++) column[i] = reader.ReadInt64();
    }

    private static void ReadDifferences(ref MessagePackReader reader, long[] column)
    {
        MessagePackText.Expect(ref reader, column.Length);
        var last = 0L;
        for (var i = 0; i < column.Length; i++) column[i] = last = unchecked(last + Unzigzag((long)reader.ReadUInt64()));
    }

    private static void WriteFields(ref MessagePackWriter writer, RecordedEvent[] events, TextTable texts)
    {
        var withFields = events.Index().Where(static pair => !pair.Item.Fields.IsDefault).ToList();
        writer.WriteArrayHeader(withFields.Count);
        foreach (var (index, e) in withFields)
        {
            writer.WriteArrayHeader(1 + (2 * e.Fields.Length));
            writer.Write(index);
            foreach (var field in e.Fields)
            {
                writer.Write(texts.IndexOf(field.Name));
                writer.Write(texts.IndexOf(field.Value));
            }
        }
    }

    private static Dictionary<int, ImmutableArray<RecordedField>> ReadFields(ref MessagePackReader reader, int eventCount, string[] texts)
    {
        var fields = new Dictionary<int, ImmutableArray<RecordedField>>();
        for (var rows = MessagePackText.ReadCount(ref reader, eventCount); rows > 0; rows--)
        {
            var parts = MessagePackText.ReadCount(ref reader, WireLimits.ListCountMax);
            if (parts % 2 == 0) throw new MessagePackSerializationException("A list of fields is malformed.");
            var index = reader.ReadInt32();
            var row = ImmutableArray.CreateBuilder<RecordedField>();
            for (var i = 1; i < parts; i += 2) row.Add(new RecordedField(At(texts, reader.ReadInt64()), At(texts, reader.ReadInt64())));
            fields[index] = row.ToImmutable();
        }

        return fields;
    }

    private static T At<T>(T[] list, long index) =>
        index >= 0 && index < list.Length ? list[index] : throw new MessagePackSerializationException("An index points outside of its table.");

    internal static long Zigzag(long value) => (value << 1) ^ (value >> 63);

    internal static long Unzigzag(long value) => (long)((ulong)value >> 1) ^ -(value & 1);
}
