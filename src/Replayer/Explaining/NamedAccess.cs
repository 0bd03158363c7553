namespace ReplayKit.Replayer.Explaining;

/// <summary>An access of a run with its name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Position">0-based position among the accesses of its run.</param>
/// <param name="Access">The access.</param>
public sealed record NamedAccess(AccessName Name, int Position, StepAccess Access);
