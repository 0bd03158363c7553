namespace Shop.Stats;

/// <summary>What happened to one article.</summary>
/// <param name="Sku">The article.</param>
/// <param name="Fetches">How often its price was fetched from the upstream.</param>
/// <param name="Accepted">Pieces sold in accepted orders.</param>
/// <param name="InitialStock">Pieces there were at the start.</param>
/// <param name="Stock">Pieces left.</param>
public sealed record SkuStats(int Sku, int Fetches, int Accepted, int InitialStock, int Stock);
