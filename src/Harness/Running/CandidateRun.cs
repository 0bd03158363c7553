using ReplayKit.Replayer.Explaining;

namespace ReplayKit.Running;

/// <summary>A run of an order that was tried.</summary>
/// <param name="Run">The run.</param>
/// <param name="Failure">How it failed; null when it did not.</param>
/// <param name="Touching">What it touched, where that was noted.</param>
internal sealed record CandidateRun(IncidentRun Run, FailureIdentity? Failure, TouchingRun Touching);
