using System.Collections.Immutable;

namespace ReplayKit.Replayer.Scheduling;

/// <summary>The decisions of one run, in order: enough to run it exactly so again.</summary>
/// <param name="Steps">The decisions.</param>
public sealed record Schedule(ImmutableArray<ScheduledStep> Steps);
