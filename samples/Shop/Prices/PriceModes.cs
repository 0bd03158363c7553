namespace Shop.Prices;

/// <summary>The values of <c>Shop:Prices</c>.</summary>
public static class PriceModes
{
    public const string Cached = "cached";
    public const string SingleFlight = "single-flight";

    public static IReadOnlyList<string> All { get; } = [Cached, SingleFlight];
}
