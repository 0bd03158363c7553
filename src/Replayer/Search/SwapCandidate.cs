using System.Collections.Immutable;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>A schedule to try: an order that is followed but at some decisions.</summary>
/// <param name="Deviations">Those decisions, by position. They are all it takes to name the schedule: two with different ones are different.</param>
/// <param name="Swaps">How many swaps of steps of different operations lead to it from the order.</param>
public sealed record SwapCandidate(ImmutableArray<Deviation> Deviations, int Swaps)
{
    /// <summary>The order itself.</summary>
    public static SwapCandidate Root { get; } = new([], 0);

    /// <summary>Position of the last deviation; -1 where there is none.</summary>
    public int LastPosition => Deviations.IsEmpty ? -1 : Deviations[^1].Position;

    /// <summary>Whether it belongs to another part of the search, and is run for the schedules that branch off it.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Hash of the decisions before the last deviation.</summary>
    internal ulong Prefix { get; init; } = StableHash.Empty;

    /// <summary>Whether the last deviation waits for time to pass, which need not bring the step.</summary>
    internal bool IsLate { get; init; }

    /// <summary>Steps that need not run next behind the last deviation: another schedule differs from that in independent steps alone.</summary>
    internal ImmutableArray<StepName> Sleeping { get; init; } = [];

    /// <summary>Names the schedule.</summary>
    internal ulong Hash
    {
        get
        {
            var hash = StableHash.Empty;
            foreach (var (position, step) in Deviations) hash = StableHash.Mix(StableHash.Mix(hash, (ulong)position), step.Hash);
            return hash;
        }
    }
}
