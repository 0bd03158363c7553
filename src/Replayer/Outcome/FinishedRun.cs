using System.Collections.Immutable;

namespace ReplayKit.Replayer.Outcome;

/// <summary>What is known when a run has ended.</summary>
/// <param name="Outcome">How the loop ended.</param>
/// <param name="Steps">The interleaving.</param>
/// <param name="Responses">What each request got; empty when the loop did not come to the end.</param>
/// <param name="Escaped">Work that was not under control.</param>
public sealed record FinishedRun(
    RunOutcome Outcome, ImmutableArray<ReplayedStep> Steps, ImmutableArray<ReplayedResponse> Responses, ImmutableArray<EscapedWork> Escaped);
