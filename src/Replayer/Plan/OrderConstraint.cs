namespace ReplayKit.Replayer.Plan;

/// <summary>Two steps of different requests that production ran one after the other, without overlap.</summary>
/// <param name="First">Plan index of the step that ended before the other began.</param>
/// <param name="Second">Plan index of the step that began after.</param>
public readonly record struct OrderConstraint(int First, int Second);
