using MessagePack;
using MessagePack.Resolvers;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Turns parts of a recording into compressed MessagePack and back. Only the types named here can come out of a file.</summary>
internal static class WireSerializer
{
    private const sbyte Lz4BlockArray = 98;

    private static readonly MessagePackSerializerOptions Options = MessagePackSerializerOptions.Standard
        .WithResolver(CompositeResolver.Create(new HeaderFormatter(), new ChunkFormatter(), new FooterFormatter()))
        .WithCompression(MessagePackCompression.Lz4BlockArray)
        .WithSecurity(MessagePackSecurity.UntrustedData);

    public static byte[] Write<T>(T value) => MessagePackSerializer.Serialize(value, Options);

    /// <summary>Reads one part.</summary>
    /// <exception cref="MessagePackSerializationException">The bytes are not such a part.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes)
    {
        CheckDecompressedSize(bytes);
        try
        {
            return MessagePackSerializer.Deserialize<T>(bytes, Options);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or OverflowException or EndOfStreamException or IndexOutOfRangeException)
        {
            // What the decompressor says of bytes that it did not write.
            throw new MessagePackSerializationException("The bytes cannot be decompressed.", exception);
        }
    }

    // The serializer takes memory by the sizes that the bytes claim: they are added up first.
    private static void CheckDecompressedSize(ReadOnlyMemory<byte> bytes)
    {
        var reader = new MessagePackReader(bytes);
        if (reader.NextMessagePackType != MessagePackType.Array) return;
        var blocks = reader.ReadArrayHeader();
        if (blocks < 1 || reader.End || reader.NextMessagePackType != MessagePackType.Extension) return;
        var sizes = reader.ReadExtensionFormat();
        if (sizes.Header.TypeCode != Lz4BlockArray) throw new MessagePackSerializationException("The compression is unknown.");
        var claimed = new MessagePackReader(sizes.Data);
        var total = 0L;
        while (!claimed.End)
        {
            var size = claimed.ReadInt64();
            if (size < 0 || (total += size) > WireLimits.PayloadBytesMax)
                throw new MessagePackSerializationException($"A part claims more than {WireLimits.PayloadBytesMax} bytes.");
        }
    }
}
