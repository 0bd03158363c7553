using Microsoft.EntityFrameworkCore;
using Shop.Data;
using Shop.Prices;

namespace Shop.Stats;

public static class StatsEndpoint
{
    public static void MapStats(this IEndpointRouteBuilder routes) => routes.MapGet("/stats", GetStatsAsync);

    private static async Task<ShopStats> GetStatsAsync(ShopDb db, PriceSource prices, CancellationToken cancellationToken)
    {
        var accepted = await db.Orders
            .GroupBy(o => o.Sku)
            .Select(orders => new { Sku = orders.Key, Pieces = orders.Sum(o => o.Quantity) })
            .ToDictionaryAsync(o => o.Sku, o => o.Pieces, cancellationToken);
        var items = await db.Items.AsNoTracking().OrderBy(i => i.Sku).ToListAsync(cancellationToken);

        return new ShopStats(
            [.. items.Select(i => new SkuStats(i.Sku, prices.FetchesOf(i.Sku), accepted.GetValueOrDefault(i.Sku), i.InitialStock, i.Stock))]);
    }
}
