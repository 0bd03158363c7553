using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using MessagePack;

namespace TraceFormat.Tests.Wire;

/// <summary>Makes files byte by byte, from docs/trace-format.md and not from the code under test.</summary>
public static class FileForge
{
    public const byte Header = 1;
    public const byte Chunk = 2;
    public const byte Footer = 3;

    private const int PreambleBytes = 10;
    private const int FrameHeaderBytes = 13;

    public delegate void Write(ref MessagePackWriter writer);

    public static byte[] Preamble(ushort version = 1)
    {
        byte[] bytes = [.. "RKTRACE\0"u8, 0, 0];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), version);
        return bytes;
    }

    /// <summary>A frame whose checksum is right.</summary>
    public static byte[] Frame(byte kind, byte[] payload, uint? claimedLength = null)
    {
        var bytes = new byte[FrameHeaderBytes + payload.Length];
        bytes[0] = kind;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), claimedLength ?? (uint)payload.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(5), XxHash64.HashToUInt64(payload, kind));
        payload.CopyTo(bytes.AsSpan(FrameHeaderBytes));
        return bytes;
    }

    /// <summary>The preamble and the header of a real file.</summary>
    public static byte[] Beginning(byte[] file) => file[..Frames(file)[1].Offset];

    /// <summary>Where each frame of a real file stands.</summary>
    public static IReadOnlyList<(byte Kind, int Offset, int End)> Frames(byte[] file)
    {
        var frames = new List<(byte, int, int)>();
        for (var offset = PreambleBytes; frames.Count == 0 || frames[^1].Item1 != Footer; offset = frames[^1].Item3)
            frames.Add((file[offset], offset, offset + FrameHeaderBytes + (int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(offset + 1))));
        return frames;
    }

    /// <summary>What a frame of a real file holds, decompressed.</summary>
    public static byte[] Payload(byte[] file, int frame)
    {
        var (_, offset, end) = Frames(file)[frame];
        var reader = new MessagePackReader(file.AsMemory()[(offset + FrameHeaderBytes)..end]);
        var plain = new ArrayBufferWriter<byte>();
        // The serializer itself undoes the compression; a value of no type keeps its bytes.
        var value = MessagePackSerializer.Deserialize<object>(ref reader, MessagePack.Resolvers.PrimitiveObjectResolver.Options.WithCompression(MessagePackCompression.Lz4BlockArray));
        MessagePackSerializer.Serialize(plain, value, MessagePack.Resolvers.PrimitiveObjectResolver.Options);
        return plain.WrittenSpan.ToArray();
    }

    public static byte[] Pack(Write write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        write(ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A compressed part: the sizes that its blocks claim, and the blocks.</summary>
    public static byte[] Compressed(long[] claimedSizes, params byte[][] blocks) => Pack((ref MessagePackWriter writer) =>
    {
        var sizes = Pack((ref MessagePackWriter inner) =>
        {
            foreach (var size in claimedSizes) inner.Write(size);
        });
        writer.WriteArrayHeader(1 + blocks.Length);
        writer.WriteExtensionFormat(new ExtensionResult(98, sizes));
        foreach (var block in blocks) writer.Write(block);
    });
}
