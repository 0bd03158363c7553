namespace ReplayKit.Replayer.Explaining;

/// <summary>Two accesses of one thing by different requests, at least one of which changes it.</summary>
/// <param name="First">The one that the run made first.</param>
/// <param name="Second">The other.</param>
public sealed record AccessPair(NamedAccess First, NamedAccess Second);
