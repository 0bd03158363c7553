namespace ReplayKit.Running;

/// <summary>How far trying orders goes.</summary>
/// <param name="Runs">How many runs.</param>
/// <param name="Time">How long, in real time.</param>
/// <param name="Description">How the orders were chosen, in a few words.</param>
internal sealed record CandidateLimit(int Runs, TimeSpan Time, string Description);
