using System.Collections.Immutable;

namespace ReplayKit.Replayer.Explaining;

/// <summary>Why a schedule of an incident fails: which decision makes the difference, on what the requests conflict, and from where on nothing helped any more.</summary>
/// <remarks>Steps are numbered as in the run that is explained; 0 for one that this run does not have.</remarks>
public sealed record Explanation
{
    /// <summary>What could be said.</summary>
    public required ExplanationKind Kind { get; init; }

    /// <summary>The decision: with these two steps the other way round the test does not fail so. Null when none was found.</summary>
    public ExplainedFlip? Flip { get; init; }

    /// <summary>What the requests conflict on; null when they touch nothing that is seen in an order that matters.</summary>
    public ExplainedConflict? Conflict { get; init; }

    /// <summary>All accesses of it, in order.</summary>
    public ImmutableArray<ExplainedAccess> Touches { get; init; } = [];

    /// <summary>The step behind which every order that was tried fails; null when that was not found out.</summary>
    public ExplainedStep? Unavoidable { get; init; }

    /// <summary>How many times the test's body ran for this.</summary>
    public required int Replays { get; init; }

    /// <summary>Whether nothing was left out for want of time or runs.</summary>
    public bool IsComplete { get; init; } = true;
}
