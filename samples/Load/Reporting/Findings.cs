using Load.Traffic;

namespace Load.Reporting;

/// <summary>What went wrong in the shop during a run.</summary>
public sealed record Findings(IReadOnlyList<RepeatedFetch> FetchedMoreThanOnce, IReadOnlyList<Oversale> Oversold)
{
    /// <summary>Compares the shop's own figures; what went wrong before the run is not this run's.</summary>
    public static Findings Of(ShopStats before, ShopStats after)
    {
        var earlier = before.Skus.ToDictionary(s => s.Sku);
        var fetched = after.Skus.Where(s => s.Fetches > 1 && s.Fetches > earlier[s.Sku].Fetches);
        var oversold = after.Skus.Where(s => s.Accepted > s.InitialStock && s.Accepted > earlier[s.Sku].Accepted);
        return new Findings(
            [.. fetched.Select(s => new RepeatedFetch(s.Sku, s.Fetches))],
            [.. oversold.Select(s => new Oversale(s.Sku, s.Accepted, s.InitialStock))]);
    }
}
