namespace Load.Traffic;

/// <summary>The skus each kind of request picks from. No sku is in two pools.</summary>
/// <param name="Popular">Asked for all the time.</param>
/// <param name="Cold">Nobody asked for their price yet.</param>
/// <param name="Limited">There is a single piece of each, and it is not sold yet.</param>
/// <param name="Ordinary">Ordered now and then; there is enough of each.</param>
public sealed record SkuPools(
    IReadOnlyList<int> Popular,
    IReadOnlyList<int> Cold,
    IReadOnlyList<int> Limited,
    IReadOnlyList<int> Ordinary)
{
    private const int PopularCount = 20;
    private const int OrdinaryCount = 100;

    /// <summary>Sorts the shop's articles into the pools.</summary>
    public static SkuPools From(ShopStats stats)
    {
        var stocked = stats.Skus.Where(s => s.InitialStock > 1).Select(s => s.Sku).Order().ToList();
        var popular = stocked.Take(PopularCount).ToList();
        var ordinary = stocked.Skip(PopularCount).Take(OrdinaryCount).ToList();
        var fetched = stats.Skus.Where(s => s.Fetches > 0).Select(s => s.Sku).ToHashSet();
        var cold = stocked.Skip(PopularCount + OrdinaryCount).Where(sku => !fetched.Contains(sku)).ToList();
        var limited = stats.Skus.Where(s => s is { InitialStock: 1, Stock: 1, Accepted: 0 }).Select(s => s.Sku).Order().ToList();
        return new SkuPools(popular, cold, limited, ordinary);
    }
}
