namespace Load.Traffic;

/// <summary>The shop's answer to GET /stats.</summary>
public sealed record ShopStats(IReadOnlyList<SkuStats> Skus);
