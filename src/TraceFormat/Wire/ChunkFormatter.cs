using System.Buffers;
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
        var columns = ChunkColumns.Of(value, threads, texts);
        var fields = ChunkFields.Of(value, texts);
        writer.WriteArrayHeader(PartCount);
        writer.WriteArrayHeader(texts.Texts.Count);
        foreach (var text in texts.Texts) MessagePackText.WriteText(ref writer, text);
        writer.WriteArrayHeader(threads.Count);
        foreach (var thread in threads.Keys) writer.Write(thread);
        writer.Write(columns.Kinds);
        WriteDifferences(ref writer, columns.Times);
        WriteColumn(ref writer, columns.Threads);
        WriteDifferences(ref writer, columns.TaskIds);
        WriteColumn(ref writer, columns.Related);
        WriteColumn(ref writer, columns.Numbers);
        WriteColumn(ref writer, columns.Texts);
        ChunkFields.Write(ref writer, fields);
    }

    public RecordedEvent[] Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        MessagePackText.Expect(ref reader, PartCount);
        var texts = ReadTexts(ref reader);
        var threads = new long[MessagePackText.ReadCount(ref reader, WireLimits.ChunkEventCountMax)];
        for (var i = 0; i < threads.Length; i++) threads[i] = reader.ReadInt64();
        var tables = new ChunkTables(texts, threads);
        var columns = new ChunkColumns(ReadKinds(ref reader));
        ReadDifferences(ref reader, columns.Times);
        ReadColumn(ref reader, columns.Threads);
        ReadDifferences(ref reader, columns.TaskIds);
        ReadColumn(ref reader, columns.Related);
        ReadColumn(ref reader, columns.Numbers);
        ReadColumn(ref reader, columns.Texts);
        ChunkFields.Read(ref reader, columns.Kinds.Length, tables);
        MessagePackText.ExpectEnd(ref reader);
        return columns.ToEvents(tables);
    }

    private static string[] ReadTexts(ref MessagePackReader reader)
    {
        var texts = new string[MessagePackText.ReadCount(ref reader, WireLimits.ListCountMax)];
        var chars = 0L;
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = MessagePackText.ReadText(ref reader);
            if ((chars += texts[i].Length) > WireLimits.EventTextCharsMax) throw new MessagePackSerializationException("The texts of the chunk are too long.");
        }

        return texts;
    }

    private static byte[] ReadKinds(ref MessagePackReader reader)
    {
        if (reader.ReadBytes() is not { Length: > 0 and <= WireLimits.ChunkEventCountMax } bytes) throw new MessagePackSerializationException("The chunk holds no events, or too many.");
        var kinds = bytes.ToArray();
        foreach (var kind in kinds)
        {
            if (!RecordedEventKinds.IsKnown((RecordedEventKind)kind)) throw new MessagePackSerializationException($"An event is of the unknown kind {kind}.");
        }

        return kinds;
    }

    private static void WriteColumn(ref MessagePackWriter writer, long[] column)
    {
        writer.WriteArrayHeader(column.Length);
        foreach (var value in column) writer.Write(value);
    }

    private static void WriteDifferences(ref MessagePackWriter writer, long[] column)
    {
        writer.WriteArrayHeader(column.Length);
        var last = 0L;
        foreach (var value in column)
        {
            writer.Write(unchecked((ulong)Zigzag.Encode(value - last)));
            last = value;
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
        for (var i = 0; i < column.Length; i++) column[i] = last = unchecked(last + Zigzag.Decode((long)reader.ReadUInt64()));
    }
}
