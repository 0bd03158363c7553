using System.Collections.Concurrent;
using Shop.Upstream;

namespace Shop.Prices;

/// <summary>Fetches prices from the upstream and counts how often it was asked.</summary>
public sealed class PriceSource(IHttpClientFactory clients, ILogger<PriceSource> logger)
{
    private readonly ConcurrentDictionary<int, int> _fetches = new();

    /// <summary>Fetches of all articles together.</summary>
    public int Fetches => _fetches.Values.Sum();

    /// <summary>Fetches of one article.</summary>
    public int FetchesOf(int sku) => _fetches.GetValueOrDefault(sku);

    /// <summary>Asks the upstream for a price.</summary>
    /// <exception cref="HttpRequestException">The upstream cannot be reached, or does not answer with a price.</exception>
    public async Task<decimal> FetchAsync(int sku, CancellationToken cancellationToken)
    {
        _fetches.AddOrUpdate(sku, 1, (_, count) => count + 1);

        using var client = clients.CreateClient(UpstreamClient.Name);
        var answer = await client.GetFromJsonAsync<PriceAnswer>($"/prices/{sku}", cancellationToken)
            ?? throw new HttpRequestException($"The upstream answered without a price for sku {sku}.");

        logger.LogDebug("Fetched price {Price} of sku {Sku}", answer.Price, sku);
        return answer.Price;
    }
}
