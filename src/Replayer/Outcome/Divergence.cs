using System.Collections.Immutable;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Outcome;

/// <summary>The first step at which replay and plan disagree.</summary>
/// <param name="Step">1-based number, within the run, of the first step that differs.</param>
/// <param name="Expected">What the plan says, as an anchor.</param>
/// <param name="Actual">What happened instead; empty when the operation ended.</param>
/// <param name="Cause">The most likely cause, in one sentence.</param>
/// <param name="Around">Anchors of the steps just before it, oldest first.</param>
public sealed record Divergence(int Step, string Expected, string Actual, string Cause, ImmutableArray<string> Around)
{
    private const int AroundCount = 3;

    /// <summary>A run that does not follow the schedule that it is to follow.</summary>
    /// <param name="difference">The first difference.</param>
    /// <param name="steps">The steps before it.</param>
    public static Divergence From(ScheduleDifference difference, ImmutableArray<ReplayedStep> steps)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return new Divergence(
            steps.Length + 1, difference.Expected, difference.Actual, difference.Cause, [.. steps.TakeLast(AroundCount).Select(static step => step.Step.Anchor)]);
    }
}
