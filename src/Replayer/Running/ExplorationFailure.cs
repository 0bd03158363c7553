using System.Collections.Immutable;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit;

/// <summary>A schedule that did not pass.</summary>
public sealed record ExplorationFailure
{
    /// <summary>1-based number of the schedule.</summary>
    public required int Schedule { get; init; }

    /// <summary>Its seed: an exploration of one schedule with this seed runs it again.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How it ended.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>What the body, or something that it started, threw; null when nothing was thrown.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The schedule's decisions: <see cref="ExplorationOptions.Pinned"/> runs them again, and tells when the code no longer follows them.</summary>
    public required ReplayKit.Replayer.Scheduling.Schedule Pinned { get; init; }

    /// <summary>The interleaving.</summary>
    public required ImmutableArray<ReplayedStep> Steps { get; init; }
}
