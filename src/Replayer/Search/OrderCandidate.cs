using System.Collections.Immutable;

namespace ReplayKit.Replayer.Search;

/// <summary>An order of steps to try.</summary>
/// <param name="Order">The order.</param>
/// <param name="Distance">How many swaps of adjacent steps of different operations lead to it from the order that the search began with.</param>
public sealed record OrderCandidate(ImmutableArray<StepName> Order, int Distance);
