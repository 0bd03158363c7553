namespace ReplayKit.TraceFormat.Model;

/// <summary>Schedules that were asked for, and of which nothing is known.</summary>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Count">How many are known of; more may branch off them.</param>
/// <param name="Example">One of them, in words; empty for none.</param>
public sealed record Uncovered(string Reason, long Count, string Example);
