namespace ReplayKit.TraceFormat.Model;

/// <summary>What an incident reproduces.</summary>
/// <param name="Kind">How the failure shows.</param>
/// <param name="Detail">Exception type, status code or words; empty for <see cref="SymptomKind.Assertion"/>.</param>
public sealed record Symptom(SymptomKind Kind, string Detail);
