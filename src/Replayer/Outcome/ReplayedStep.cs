using System.Collections.Immutable;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Outcome;

/// <summary>A step that a run took.</summary>
/// <param name="Number">1-based position in the interleaving.</param>
/// <param name="Step">What ran.</param>
/// <param name="PlanIndex">The planned step it carried out; null when the plan did not know it.</param>
/// <param name="TimeNs">Virtual time, in nanoseconds since the recording began.</param>
/// <param name="Awaits">The awaits at which it suspended, innermost first; empty when it ran to its end.</param>
public sealed record ReplayedStep(int Number, StepDescription Step, int? PlanIndex, long TimeNs, ImmutableArray<AwaitSite> Awaits);
