namespace ReplayKit.Running;

/// <summary>What a test says about its incident.</summary>
/// <param name="Path">The incident's folder, as the test names it.</param>
/// <param name="Expect">What it expects.</param>
/// <param name="Budget">How many schedules to run at most.</param>
/// <param name="Explains">Whether to find out why a run fails.</param>
internal sealed record IncidentOptions(string Path, Verdict Expect, int Budget, bool Explains);
