using System.Collections.Immutable;

namespace ReplayKit.Replayer.Scheduling;

/// <summary>Knows how a run went in comparison with its plan.</summary>
public interface IPlanFollower
{
    /// <summary>How far the run has come.</summary>
    PlanProgress Progress { get; }

    /// <summary>Where the run did not do what the plan says, in the order noticed.</summary>
    ImmutableArray<Mismatch> Mismatches { get; }
}
