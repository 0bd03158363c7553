namespace ReplayKit.Replayer.Races;

/// <summary>What is remembered of one location: its last write, and the reads since that nothing orders.</summary>
internal sealed class Shadow
{
    private readonly List<SeenAccess> _reads = [];
    private SeenAccess? _write;

    /// <summary>The accesses that conflict with this one, and that nothing orders before it.</summary>
    public IEnumerable<SeenAccess> RacesWith(SeenAccess access, VectorClock clock)
    {
        if (_write is { } write && IsRace(write, access, clock)) yield return write;
        if (!access.Kind.IsWrite) yield break;
        foreach (var read in _reads)
        {
            if (IsRace(read, access, clock)) yield return read;
        }
    }

    public void Add(SeenAccess access, VectorClock clock)
    {
        if (access.Kind.IsWrite)
        {
            _write = access;
            _reads.RemoveAll(read => read.HappenedBefore(clock));
            return;
        }

        _reads.RemoveAll(read => read.Flow == access.Flow && read.Kind == access.Kind || (read.HappenedBefore(clock) && read.Kind == access.Kind));
        _reads.Add(access);
    }

    private static bool IsRace(SeenAccess earlier, SeenAccess later, VectorClock clock) =>
        earlier.Flow != later.Flow && AccessKind.Conflict(earlier.Kind, later.Kind) && !earlier.HappenedBefore(clock);
}
