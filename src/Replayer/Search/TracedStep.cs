using System.Collections.Immutable;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>A step of a run, and what could have run in its place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Step">Its description.</param>
/// <param name="Others">The names of the other enabled steps.</param>
public sealed record TracedStep(StepName Name, StepDescription Step, ImmutableArray<StepName> Others);
