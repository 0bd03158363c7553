namespace Shop.Stats;

/// <summary>What happened since the shop was opened, for every article it sells.</summary>
public sealed record ShopStats(IReadOnlyList<SkuStats> Skus);
