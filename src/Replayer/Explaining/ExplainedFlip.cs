namespace ReplayKit.Replayer.Explaining;

/// <summary>Two steps of which the order decides.</summary>
/// <param name="Before">The one that went first in the run that fails.</param>
/// <param name="After">The one that goes first in a run that does not.</param>
public sealed record ExplainedFlip(ExplainedStep Before, ExplainedStep After);
