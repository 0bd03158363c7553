namespace ReplayKit.TraceFormat.Model;

/// <summary>Which part of a search a result is.</summary>
/// <param name="Index">From 1 on.</param>
/// <param name="Count">How many there are.</param>
public sealed record CertificatePart(int Index, int Count);
