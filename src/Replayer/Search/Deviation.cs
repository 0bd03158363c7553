namespace ReplayKit.Replayer.Search;

/// <summary>A decision at which a schedule leaves the order that it otherwise follows.</summary>
/// <param name="Position">0-based number of the decision. Continuations of framework code do not count.</param>
/// <param name="Step">What runs there instead.</param>
public readonly record struct Deviation(int Position, StepName Step);
