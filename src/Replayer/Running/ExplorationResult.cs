using System.Collections.Immutable;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Races;

namespace ReplayKit;

/// <summary>What an exploration found.</summary>
public sealed record ExplorationResult
{
    /// <summary>How many schedules ran.</summary>
    public required int Schedules { get; init; }

    /// <summary>How many steps they took, all together.</summary>
    public long Steps { get; init; }

    /// <summary>How many of their interleavings were different.</summary>
    public required int DistinctInterleavings { get; init; }

    /// <summary>Hash of each schedule's interleaving, in the order in which they ran.</summary>
    public required ImmutableArray<string> Fingerprints { get; init; }

    /// <summary>How many schedules failed.</summary>
    public required int Failures { get; init; }

    /// <summary>The first schedule that did not pass; null when all did.</summary>
    public ExplorationFailure? FirstFailure { get; init; }

    /// <summary>Whether there is no schedule that did not run: the strategy tried all of them.</summary>
    public bool IsExhausted { get; init; }

    /// <summary>Work that was not under control, over all schedules.</summary>
    public ImmutableArray<EscapedWork> Escaped { get; init; } = [];

    /// <summary>Accesses of one location that nothing orders, over all schedules: one for each pair of places. Empty where they were not looked for.</summary>
    public ImmutableArray<DataRace> Races { get; init; } = [];

    /// <summary>
    /// Static fields, as <c>Type.Field</c>, that hold objects from before the exploration which a schedule changed: later schedules began with what it left there.
    /// </summary>
    public ImmutableArray<string> LeakedStatics { get; init; } = [];
}
