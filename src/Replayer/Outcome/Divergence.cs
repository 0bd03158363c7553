using System.Collections.Immutable;

namespace ReplayKit.Replayer.Outcome;

/// <summary>The first step at which replay and plan disagree.</summary>
/// <param name="Step">1-based number, within the run, of the first step that differs.</param>
/// <param name="Expected">What the plan says, as an anchor.</param>
/// <param name="Actual">What happened instead; empty when the operation ended.</param>
/// <param name="Cause">The most likely cause, in one sentence.</param>
/// <param name="Around">Anchors of the steps just before it, oldest first.</param>
public sealed record Divergence(int Step, string Expected, string Actual, string Cause, ImmutableArray<string> Around);
