namespace Load.Reporting;

/// <summary>An article of which the shop sold more than there was.</summary>
public sealed record Oversale(int Sku, int Accepted, int Stock);
