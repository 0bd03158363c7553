using MessagePack;
using MessagePack.Resolvers;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Turns parts of a recording into compressed MessagePack and back. Only the types named here can come out of a file.</summary>
internal static class WireSerializer
{
    private const sbyte Lz4BlockArray = 98;

    private static readonly MessagePackSerializerOptions Plain = MessagePackSerializerOptions.Standard
        .WithResolver(CompositeResolver.Create(new HeaderFormatter(), new ChunkFormatter(), new FooterFormatter()))
        .WithSecurity(MessagePackSecurity.UntrustedData);

    private static readonly MessagePackSerializerOptions Compressed = Plain.WithCompression(MessagePackCompression.Lz4BlockArray);

    /// <summary>Writes one part.</summary>
    /// <exception cref="MessagePackSerializationException">It is too large to be read back.</exception>
    public static byte[] Write<T>(T value)
    {
        var bytes = MessagePackSerializer.Serialize(value, Compressed);
        if (bytes.Length > WireLimits.FrameBytesMax) throw new MessagePackSerializationException($"A part takes {bytes.Length} bytes, more than {WireLimits.FrameBytesMax}.");
        var reader = new MessagePackReader(bytes);
        if (IsCompressed(reader)) ReadSizes(ref reader, bytes.Length);
        return bytes;
    }

    /// <summary>Reads one part.</summary>
    /// <param name="bytes">The part, compressed.</param>
    /// <param name="payloadBytes">How many bytes it takes after decompression.</param>
    /// <exception cref="MessagePackSerializationException">The bytes are not such a part.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes, out int payloadBytes)
    {
        try
        {
            var payload = Decompress(bytes);
            payloadBytes = payload.Length;
            return MessagePackSerializer.Deserialize<T>(payload, Plain);
        }
        catch (Exception exception) when (exception is EndOfStreamException or OverflowException)
        {
            throw new MessagePackSerializationException("The bytes end too early, or a number is out of range.", exception);
        }
    }

    // [extension 98 with the size of each block, block, block...]; a part of a few bytes stands there as it is.
    private static ReadOnlyMemory<byte> Decompress(ReadOnlyMemory<byte> bytes)
    {
        var reader = new MessagePackReader(bytes);
        if (!IsCompressed(reader)) return bytes.Length <= WireLimits.PayloadBytesMax ? bytes : throw TooLarge();
        var sizes = ReadSizes(ref reader, bytes.Length);
        var output = new byte[sizes.Sum()];
        var written = 0;
        foreach (var size in sizes)
        {
            var block = reader.ReadBytes() ?? throw new MessagePackSerializationException("A compressed block is missing.");
            Lz4Block.Decode(block.FirstSpan, output.AsSpan(written, size));
            written += size;
        }

        return reader.End ? output : throw new MessagePackSerializationException("Bytes follow the last compressed block.");
    }

    private static bool IsCompressed(MessagePackReader reader) =>
        reader.NextMessagePackType == MessagePackType.Array && reader.ReadArrayHeader() > 0 && !reader.End && reader.NextMessagePackType == MessagePackType.Extension;

    // Memory is taken by the sizes that the bytes claim: they are added up first, and held against what so few bytes can stand for.
    private static List<int> ReadSizes(ref MessagePackReader reader, long byteCount)
    {
        var blockCount = reader.ReadArrayHeader() - 1;
        var extension = reader.ReadExtensionFormat();
        if (extension.Header.TypeCode != Lz4BlockArray) throw new MessagePackSerializationException("The compression is unknown.");
        var claimed = new MessagePackReader(extension.Data);
        var sizes = new List<int>();
        var total = 0L;
        while (!claimed.End)
        {
            var size = claimed.ReadInt32();
            if (size < 0 || (total += size) > WireLimits.PayloadBytesMax) throw TooLarge();
            sizes.Add(size);
        }

        if (sizes.Count != blockCount) throw new MessagePackSerializationException($"{sizes.Count} compressed blocks are named, {blockCount} are there.");
        return total <= byteCount * Lz4Block.ExpansionMax ? sizes : throw new MessagePackSerializationException($"{byteCount} bytes claim to stand for {total}.");
    }

    private static MessagePackSerializationException TooLarge() => new($"A part holds more than {WireLimits.PayloadBytesMax} bytes.");
}
