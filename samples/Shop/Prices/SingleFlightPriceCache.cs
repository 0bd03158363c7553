using System.Collections.Concurrent;

namespace Shop.Prices;

/// <summary>Remembers the fetch itself, so that whoever asks while it is under way waits for the same answer.</summary>
public sealed class SingleFlightPriceCache(PriceSource source) : IPriceCache
{
    // Lazy, because GetOrAdd may call its factory more than once: only the fetch that was kept is started.
    private readonly ConcurrentDictionary<int, Lazy<Task<decimal>>> _flights = new();

    public Task<decimal> GetAsync(int sku, CancellationToken cancellationToken)
    {
        var flight = _flights.GetOrAdd(sku, key => new Lazy<Task<decimal>>(() => FetchAsync(key)));
        return flight.Value.WaitAsync(cancellationToken);
    }

    private async Task<decimal> FetchAsync(int sku)
    {
        try
        {
            // Others may wait for this answer: no single caller's cancellation ends it.
            return await source.FetchAsync(sku, CancellationToken.None);
        }
        catch
        {
            // A failure is not a price: the next caller asks again.
            _flights.TryRemove(sku, out _);
            throw;
        }
    }
}
