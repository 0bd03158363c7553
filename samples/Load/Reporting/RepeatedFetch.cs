namespace Load.Reporting;

/// <summary>A price that the shop fetched again although it had it, or was about to.</summary>
public sealed record RepeatedFetch(int Sku, int Fetches);
