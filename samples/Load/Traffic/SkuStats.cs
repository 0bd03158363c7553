namespace Load.Traffic;

/// <summary>What the shop says of one article.</summary>
public sealed record SkuStats(int Sku, int Fetches, int Accepted, int InitialStock, int Stock);
