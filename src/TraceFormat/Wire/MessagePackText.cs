using MessagePack;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Reads lists with a bound on their length.</summary>
internal static class MessagePackText
{
    public static int ReadCount(ref MessagePackReader reader, int countMax)
    {
        var count = reader.ReadArrayHeader();
        if (count > countMax) throw new MessagePackSerializationException($"A list of {count} entries is longer than {countMax}.");
        return count;
    }

    public static string ReadText(ref MessagePackReader reader) => reader.ReadString() ?? "";

    public static void Expect(ref MessagePackReader reader, int count)
    {
        var found = reader.ReadArrayHeader();
        if (found != count) throw new MessagePackSerializationException($"{count} values were expected, {found} are there.");
    }
}
