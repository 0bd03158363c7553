using MessagePack;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Decompresses one LZ4 block (lz4_Block_format.md of the LZ4 project).</summary>
/// <remarks>
/// The serializer's own decompressor trusts the lengths inside of a block, and reads past its end when they lie. Here each access goes
/// through a span, so that a block can be wrong but never read what is not its own.
/// </remarks>
internal static class Lz4Block
{
    /// <summary>No byte of a block stands for more bytes than this.</summary>
    public const int ExpansionMax = 255;

    private const int MatchLengthMin = 4;
    private const int LengthMask = 15;

    /// <summary>Fills <paramref name="output"/> exactly.</summary>
    /// <exception cref="MessagePackSerializationException">The block is malformed, or holds more or less than that.</exception>
    public static void Decode(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var (read, written) = (0, 0);
        while (true)
        {
            if (read >= input.Length) throw Malformed();
            var token = input[read++];
            var literals = ReadLength(input, ref read, token >> 4);
            if (literals > input.Length - read || literals > output.Length - written) throw Malformed();
            input.Slice(read, literals).CopyTo(output[written..]);
            read += literals;
            written += literals;
            if (read == input.Length) break;
            if (input.Length - read < sizeof(ushort)) throw Malformed();
            var distance = input[read] | (input[read + 1] << 8);
            read += sizeof(ushort);
            var match = ReadLength(input, ref read, token & LengthMask) + MatchLengthMin;
            if (distance == 0 || distance > written || match > output.Length - written) throw Malformed();
            CopyMatch(output, written, distance, match);
            written += match;
        }

        if (written != output.Length) throw Malformed();
    }

    private static int ReadLength(ReadOnlySpan<byte> input, ref int read, int length)
    {
        if (length < LengthMask) return length;
        while (true)
        {
            if (read >= input.Length) throw Malformed();
            var more = input[read++];
            length += more;
            if (length > WireLimits.PayloadBytesMax) throw Malformed();
            if (more < byte.MaxValue) return length;
        }
    }

    // A match may overlap what it makes: then it repeats the bytes between its source and its place.
    private static void CopyMatch(Span<byte> output, int at, int distance, int length)
    {
        var end = at + length;
        while (at < end)
        {
            var count = Math.Min(distance, end - at);
            output.Slice(at - distance, count).CopyTo(output[at..]);
            at += count;
            distance += count;
        }
    }

    private static MessagePackSerializationException Malformed() => new("A compressed block is malformed.");
}
