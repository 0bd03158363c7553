using ReplayKit.Replayer.Plan;

namespace ReplayKit.Replayer.Scheduling;

/// <summary>A place where a run did not do what its plan says.</summary>
/// <param name="Expected">The planned step that should have been taken.</param>
/// <param name="Cause">Why it was not.</param>
/// <param name="Actual">Anchor of the step that was taken instead; empty when the operation ended.</param>
/// <param name="Step">1-based number, within the run, of the step that was taken instead; past the last one when the operation ended.</param>
public sealed record Mismatch(PlannedStep Expected, MismatchCause Cause, string Actual, int Step)
{
    /// <summary>A planned step that its operation went past.</summary>
    public static Mismatch Passed(PlannedStep planned, string actual, int step)
    {
        ArgumentNullException.ThrowIfNull(planned);
        return new Mismatch(planned, planned.IsGone ? MismatchCause.MethodGone : MismatchCause.NotReached, actual, step);
    }
}
