using Microsoft.Extensions.Options;

namespace Upstream;

public static class PriceEndpoint
{
    public static void MapPrices(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/prices/{sku:int:min(1)}", async (int sku, IOptions<LatencyOptions> latency, CancellationToken cancellationToken) =>
        {
            await Task.Delay(latency.Value.PriceOf(sku), cancellationToken);
            return new { Sku = sku, Price = PriceOf(sku) };
        });

    private static decimal PriceOf(int sku) => 5m + (sku * 37 % 1000) / 10m;
}
