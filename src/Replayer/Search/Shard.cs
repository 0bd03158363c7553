using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>One of several parts of a search. The parts of one search have nothing in common, and together are the whole.</summary>
/// <param name="Index">Which one; from 1 on.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct Shard(int Index, int Count)
{
    /// <summary>The only part: all of it.</summary>
    public static Shard Whole => new(1, 1);

    /// <summary>Whether this is all of it.</summary>
    public bool IsWhole => Count == 1;

    /// <summary>Whether what this number names belongs to this part.</summary>
    public bool Owns(ulong name) => Count == 1 || StableHash.Mix(name, 0) % (ulong)Count == (ulong)(Index - 1);

    /// <inheritdoc/>
    public override string ToString() => $"{Index}/{Count}";
}
