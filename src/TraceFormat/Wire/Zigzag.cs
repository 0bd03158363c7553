namespace ReplayKit.TraceFormat.Wire;

/// <summary>Maps numbers near zero, of either sign, to small ones without a sign, which take few bytes.</summary>
internal static class Zigzag
{
    public static long Encode(long value) => (value << 1) ^ (value >> 63);

    public static long Decode(long value) => (long)((ulong)value >> 1) ^ -(value & 1);
}
