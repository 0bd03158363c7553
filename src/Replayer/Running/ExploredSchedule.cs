using System.Collections.Immutable;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Races;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Running;

/// <summary>What one schedule came to.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Schedule">Its decisions.</param>
/// <param name="Steps">Its interleaving.</param>
internal sealed record ExploredSchedule(RunOutcome Outcome, Schedule Schedule, ImmutableArray<ReplayedStep> Steps)
{
    /// <summary>The races that it showed.</summary>
    public IReadOnlyList<DataRace> Races { get; init; } = [];
}
