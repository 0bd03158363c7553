using System.Buffers.Binary;
using System.Text;

namespace Recorder.Tests.Normalize;

/// <summary>Writes an event's payload as the runtime does.</summary>
public sealed class Payload
{
    private readonly List<byte> _bytes = [];

    public static Payload Of() => new();

    /// <summary>A bridged event: source, event, then arguments by name and value.</summary>
    public static byte[] Bridged(string source, string name, params (string Name, string Value)[] arguments)
    {
        var payload = new Payload().Text(source).Text(name).TwoBytes((ushort)arguments.Length);
        foreach (var argument in arguments) payload.Text(argument.Name).Text(argument.Value);
        return payload.ToArray();
    }

    public Payload Ints(params int[] values)
    {
        Span<byte> four = stackalloc byte[4];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteInt32LittleEndian(four, value);
            _bytes.AddRange(four);
        }

        return this;
    }

    public Payload EightBytes(long value)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(eight, value);
        _bytes.AddRange(eight);
        return this;
    }

    public Payload TwoBytes(ushort value)
    {
        Span<byte> two = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(two, value);
        _bytes.AddRange(two);
        return this;
    }

    public Payload Text(string text)
    {
        _bytes.AddRange(Encoding.Unicode.GetBytes(text + "\0"));
        return this;
    }

    public byte[] ToArray() => [.. _bytes];
}
