using MessagePack;

namespace TraceFormat.Tests.Wire;

/// <summary>A chunk of two events, part by part as docs/trace-format.md has them, each of which a test may spoil.</summary>
public sealed class ForgedChunk
{
    public byte[]? TextTableHeader { get; set; }

    public byte[]? RawText { get; set; }

    public byte[] Kinds { get; set; } = [1, 7];

    public ulong[] Times { get; set; } = [10, 1];

    public long[] Threads { get; set; } = [0, 0];

    public ulong[] TaskIds { get; set; } = [2, 0];

    public long[] Related { get; set; } = [0, 5];

    public long[] Numbers { get; set; } = [200, -1];

    public long[] Texts { get; set; } = [1, 0];

    public long[][] Fields { get; set; } = [[1, 0, 1]];

    public byte[] Tail { get; set; } = [];

    public byte[] Bytes() => FileForge.Pack((ref MessagePackWriter writer) =>
    {
        writer.WriteArrayHeader(10);
        if (TextTableHeader is null) writer.WriteArrayHeader(2);
        else writer.WriteRaw(TextTableHeader);
        if (RawText is null) writer.Write("t");
        else writer.WriteRaw(RawText);
        writer.Write("u");
        writer.WriteArrayHeader(1);
        writer.Write(77);
        writer.Write(Kinds);
        WriteUnsigned(ref writer, Times);
        WriteSigned(ref writer, Threads);
        WriteUnsigned(ref writer, TaskIds);
        WriteSigned(ref writer, Related);
        WriteSigned(ref writer, Numbers);
        WriteSigned(ref writer, Texts);
        writer.WriteArrayHeader(Fields.Length);
        foreach (var row in Fields) WriteSigned(ref writer, row);
        writer.WriteRaw(Tail);
    });

    private static void WriteSigned(ref MessagePackWriter writer, long[] values)
    {
        writer.WriteArrayHeader(values.Length);
        foreach (var value in values) writer.Write(value);
    }

    private static void WriteUnsigned(ref MessagePackWriter writer, ulong[] values)
    {
        writer.WriteArrayHeader(values.Length);
        foreach (var value in values) writer.Write(value);
    }
}
