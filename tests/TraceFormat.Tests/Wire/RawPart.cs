using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;

namespace TraceFormat.Tests.Wire;

/// <summary>Compresses bytes as the serializer compresses a part, whatever the bytes are.</summary>
public sealed class RawPart : IMessagePackFormatter<byte[]>
{
    private static readonly MessagePackSerializerOptions s_options = MessagePackSerializerOptions.Standard
        .WithResolver(CompositeResolver.Create(new RawPart()))
        .WithCompression(MessagePackCompression.Lz4BlockArray);

    public static byte[] Compress(byte[] plain) => MessagePackSerializer.Serialize(plain, s_options);

    public void Serialize(ref MessagePackWriter writer, byte[] value, MessagePackSerializerOptions options) => writer.WriteRaw(value);

    public byte[] Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => throw new NotSupportedException();
}
