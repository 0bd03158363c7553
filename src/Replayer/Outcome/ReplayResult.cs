using System.Collections.Immutable;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Search;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit;

/// <summary>What one run did.</summary>
public sealed record ReplayResult
{
    /// <summary>How it ended. <see cref="RunOutcome.TestFailed"/> is known only after the test's body.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>Hash of the interleaving: equal fingerprints, equal runs.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Share (0 to 1) of the recorded order constraints between steps of different operations that this run honoured.</summary>
    public double Fidelity => Constraints.Share;

    /// <summary>The recorded order constraints: how many this run honoured, reversed, or could not have.</summary>
    public required Fidelity Constraints { get; init; }

    /// <summary>The interleaving.</summary>
    public required ImmutableArray<ReplayedStep> Steps { get; init; }

    /// <summary>1-based number of the schedule among those tried.</summary>
    public required int Attempt { get; init; }

    /// <summary>How the schedule was chosen, in a few words.</summary>
    public string ScheduleDescription { get; init; } = "";

    /// <summary>What became of the incident's pinned schedule up to this run.</summary>
    public PinUse Pin { get; init; }

    /// <summary>Whether this run was to follow the pinned schedule, and the build did not: it says nothing yet.</summary>
    public bool IsPinMisfit { get; init; }

    /// <summary>What the run decided, and what else was enabled.</summary>
    public IReadOnlyList<TracedStep> Trace { get; init; } = [];

    /// <summary>The first step at which replay and plan disagree; null when they agree. A fixed build may well differ from the recording and still pass.</summary>
    public Divergence? Divergence { get; init; }

    /// <summary>Work that was not under control.</summary>
    public ImmutableArray<EscapedWork> Escaped { get; init; } = [];

    /// <summary>The exceptions that its requests threw, handled or not.</summary>
    public ImmutableArray<ThrownException> Thrown { get; init; } = [];

    /// <summary>How much of what happened the recording holds.</summary>
    public required Completeness Completeness { get; init; }
}
