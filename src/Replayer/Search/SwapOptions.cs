namespace ReplayKit.Replayer.Search;

/// <summary>Which schedules a <see cref="SwapTree"/> holds, and in which order they are taken.</summary>
public sealed record SwapOptions
{
    /// <summary>Most swaps.</summary>
    public int SwapsMax { get; init; } = int.MaxValue;

    /// <summary>Whether orders that differ in independent steps alone are taken for one. Only without a bound of swaps.</summary>
    public bool OnlyConflicts { get; init; }

    /// <summary>Which part.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Whether the deepest schedule is taken first, which takes the least memory; else the nearest.</summary>
    public bool IsDepthFirst { get; init; }
}
