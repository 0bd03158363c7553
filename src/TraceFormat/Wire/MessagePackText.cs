using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using MessagePack;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Writes and reads texts without loss, and lists with a bound on their length.</summary>
internal static class MessagePackText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a text: as UTF-8, or, when it has half a surrogate pair, which a process may log and UTF-8 cannot hold, as UTF-16 bytes.</summary>
    public static void WriteText(ref MessagePackWriter writer, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsWellFormed(text)) writer.Write(text);
        else writer.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    public static string ReadText(ref MessagePackReader reader)
    {
        var isUtf16 = reader.NextMessagePackType == MessagePackType.Binary;
        var bytes = (isUtf16 ? reader.ReadBytes() : reader.ReadStringSequence()) ?? throw new MessagePackSerializationException("A text is missing.");
        return isUtf16 ? ReadUtf16(bytes) : ReadUtf8(bytes);
    }

    /// <summary>Begins a list, if it is one that can be read back.</summary>
    public static void WriteCount(ref MessagePackWriter writer, int count, int countMax)
    {
        if (count > countMax) throw new MessagePackSerializationException($"A list of {count} entries is longer than {countMax}.");
        writer.WriteArrayHeader(count);
    }

    public static int ReadCount(ref MessagePackReader reader, int countMax)
    {
        var count = reader.ReadArrayHeader();
        if (count > countMax) throw new MessagePackSerializationException($"A list of {count} entries is longer than {countMax}.");
        return count;
    }

    public static void Expect(ref MessagePackReader reader, int count)
    {
        var found = reader.ReadArrayHeader();
        if (found != count) throw new MessagePackSerializationException($"{count} values were expected, {found} are there.");
    }

    public static void ExpectEnd(ref MessagePackReader reader)
    {
        if (!reader.End) throw new MessagePackSerializationException("Bytes follow the last value.");
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        if (first < 0) return true;
        for (var rest = text[first..]; rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var count) != OperationStatus.Done) return false;
            rest = rest[count..];
        }

        return true;
    }

    private static string ReadUtf8(ReadOnlySequence<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new MessagePackSerializationException("A text is not UTF-8.", exception);
        }
    }

    private static string ReadUtf16(ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length % sizeof(char) != 0) throw new MessagePackSerializationException("A text ends inside a character.");
        return MemoryMarshal.Cast<byte, char>(bytes.ToArray()).ToString();
    }
}
