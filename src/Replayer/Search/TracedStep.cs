using System.Collections.Immutable;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>A step of a run, and what could have run in its place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Step">Its description.</param>
/// <param name="Others">The names of the other enabled steps.</param>
public sealed record TracedStep(StepName Name, StepDescription Step, ImmutableArray<StepName> Others)
{
    /// <summary>The descriptions of the others.</summary>
    public ImmutableArray<StepDescription> OtherSteps { get; init; } = [];

    /// <summary>Requests that could have gone on as well after some virtual time.</summary>
    public ImmutableArray<int> Late { get; init; } = [];

    /// <summary>The planned step that it carried out; null when the plan did not know it.</summary>
    public int? PlanIndex { get; init; }
}
