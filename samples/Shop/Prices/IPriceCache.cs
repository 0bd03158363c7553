namespace Shop.Prices;

/// <summary>Today's prices, as the upstream says them, without asking it each time.</summary>
public interface IPriceCache
{
    /// <summary>The price of an article.</summary>
    Task<decimal> GetAsync(int sku, CancellationToken cancellationToken);
}
