namespace ReplayKit.Replayer.Scheduling;

/// <summary>The first decision at which a run differs from a schedule.</summary>
/// <param name="Decision">1-based number of the decision.</param>
/// <param name="Expected">What the schedule says.</param>
/// <param name="Actual">What the run had instead.</param>
/// <param name="Cause">The most likely cause, in one sentence.</param>
public sealed record ScheduleDifference(int Decision, string Expected, string Actual, string Cause);
