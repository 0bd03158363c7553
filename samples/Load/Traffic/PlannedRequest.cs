namespace Load.Traffic;

/// <summary>One request of the plan.</summary>
/// <param name="DueMs">When to send it, in milliseconds after the start.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Path and query.</param>
public sealed record PlannedRequest(double DueMs, HttpMethod Method, string Path);
