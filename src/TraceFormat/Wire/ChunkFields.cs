using System.Collections.Immutable;
using MessagePack;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Writes and reads the named values of a chunk's events: a row for each event that has some, its index first.</summary>
internal static class ChunkFields
{
    /// <summary>The rows to write, their texts already in the table.</summary>
    public static List<int[]> Of(ReadOnlySpan<RecordedEvent> events, TextTable texts)
    {
        var rows = new List<int[]>();
        for (var i = 0; i < events.Length; i++)
        {
            var fields = events[i].Fields;
            if (fields.IsDefaultOrEmpty) continue;
            var row = new int[1 + (2 * fields.Length)];
            row[0] = i;
            for (var f = 0; f < fields.Length; f++)
            {
                row[1 + (2 * f)] = texts.IndexOf(fields[f].Name);
                row[2 + (2 * f)] = texts.IndexOf(fields[f].Value);
            }

            rows.Add(row);
        }

        return rows;
    }

    public static void Write(ref MessagePackWriter writer, List<int[]> rows)
    {
        writer.WriteArrayHeader(rows.Count);
        foreach (var row in rows)
        {
            writer.WriteArrayHeader(row.Length);
            foreach (var value in row) writer.Write(value);
        }
    }

    public static void Read(ref MessagePackReader reader, int eventCount, ChunkTables tables)
    {
        var last = -1;
        var left = WireLimits.ChunkFieldCountMax;
        for (var rows = MessagePackText.ReadCount(ref reader, eventCount); rows > 0; rows--)
        {
            var parts = MessagePackText.ReadCount(ref reader, 1 + (2 * left));
            var index = parts % 2 == 1 ? reader.ReadInt32() : -1;
            if (index <= last || index >= eventCount) throw new MessagePackSerializationException("A row of fields is malformed.");
            last = index;
            left -= parts / 2;
            var fields = ImmutableArray.CreateBuilder<RecordedField>(parts / 2);
            for (var i = 1; i < parts; i += 2) fields.Add(new RecordedField(tables.Text(reader.ReadInt64()), tables.Text(reader.ReadInt64())));
            // No fields and an empty list of them are one: the model writes both as default.
            if (fields.Count > 0) tables.AddFields(index, fields.MoveToImmutable());
        }
    }
}
