namespace ReplayKit.Replayer.Scheduling;

/// <summary>Names sequences of numbers: the same number for the same sequence, in any process.</summary>
internal static class StableHash
{
    /// <summary>The hash of nothing.</summary>
    public const ulong Empty = 0x9E3779B97F4A7C15;

    /// <summary>The hash of a sequence and one more number.</summary>
    public static ulong Mix(ulong hash, ulong value)
    {
        hash = (hash ^ value) * Empty;
        return hash ^ (hash >> 29);
    }
}
