namespace ReplayKit.Replayer.Races;

/// <summary>What an access is to others of the same location.</summary>
/// <param name="IsWrite">Whether it writes.</param>
/// <param name="IsAtomic">Whether it is volatile or interlocked.</param>
public readonly record struct AccessKind(bool IsWrite, bool IsAtomic)
{
    /// <summary>Whether two such accesses that nothing orders are a race. Who reads plainly what others exchange gets one value or the other, and is let be.</summary>
    public static bool Conflict(AccessKind one, AccessKind other)
    {
        if (!one.IsWrite && !other.IsWrite) return false;
        if (one.IsAtomic && other.IsAtomic) return false;
        return !(one is { IsWrite: true, IsAtomic: true } && other is { IsWrite: false }) && !(other is { IsWrite: true, IsAtomic: true } && one is { IsWrite: false });
    }
}
