using Microsoft.Extensions.Options;

namespace Shop.Prices;

public static class PriceEndpoints
{
    public static void AddPrices(this IServiceCollection services)
    {
        services.AddSingleton<PriceSource>();
        services.AddSingleton<IPriceCache>(provider =>
            provider.GetRequiredService<IOptions<ShopOptions>>().Value.PriceMode == PriceModes.SingleFlight
                ? ActivatorUtilities.CreateInstance<SingleFlightPriceCache>(provider)
                : ActivatorUtilities.CreateInstance<PriceCache>(provider));
    }

    public static void MapPrices(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/price/{sku:int:min(1)}", GetPriceAsync);

    private static async Task<PriceAnswer> GetPriceAsync(int sku, IPriceCache prices, CancellationToken cancellationToken) =>
        new(sku, await prices.GetAsync(sku, cancellationToken));
}
