using System.Collections.Concurrent;

namespace Shop.Prices;

/// <summary>Remembers each price, so that the slow upstream is asked once for an article.</summary>
public sealed class PriceCache(PriceSource source) : IPriceCache
{
    private readonly ConcurrentDictionary<int, decimal> _cached = new();

    public async Task<decimal> GetAsync(int sku, CancellationToken cancellationToken)
    {
        if (_cached.TryGetValue(sku, out var price))
            return price;

        price = await source.FetchAsync(sku, cancellationToken);
        _cached[sku] = price;
        return price;
    }
}
