using System.Collections.Concurrent;

namespace WebHost;

/// <summary>Asks another service for prices, and keeps them: twice, when two requests ask at the same time.</summary>
internal static class PriceEndpoints
{
    public const string ClientName = "prices";

    public static void AddPrices(this IServiceCollection services) =>
        services.AddHttpClient(ClientName, static client => client.BaseAddress = new Uri("http://prices.test/"));

    public static void MapPrices(this WebApplication app)
    {
        var known = new ConcurrentDictionary<int, string>();
        app.MapGet("/price/{id:int}", async (int id, IHttpClientFactory clients, CancellationToken cancellationToken) =>
        {
            if (known.TryGetValue(id, out var price)) return $"{price} (known)";
            using var client = clients.CreateClient(ClientName);
            price = await client.GetStringAsync(new Uri($"{id}", UriKind.Relative), cancellationToken);
            known[id] = price;
            return price;
        });
    }
}
