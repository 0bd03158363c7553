using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;
using Shop.Data;
using Shop.Prices;

namespace Shop.Tests;

/// <summary>The saved incidents of the shop, and what the shop must do.</summary>
internal static class Incidents
{
    public const string Stampede = "traces/price-cache-stampede";
    public const string Oversold = "traces/oversold-limited-edition";

    /// <summary>Each price is fetched once, however many ask for it.</summary>
    public static async Task PriceIsFetchedOnce(Replay replay, bool isFixed)
    {
        await using var app = replay.HostShop(isFixed);
        await replay.RunAsync();
        var source = app.Services.GetRequiredService<PriceSource>();
        foreach (var sku in replay.Requests.Select(static request => int.Parse(request.Path.Split('/')[^1])).Distinct())
            Assert.That(source.FetchesOf(sku), Is.EqualTo(1));
    }

    /// <summary>No more is sold than there was.</summary>
    public static async Task NothingIsOversold(Replay replay, bool isFixed)
    {
        await using var app = replay.HostShop(isFixed);
        await replay.RunAsync();
        using var scope = app.Services.CreateScope();
        CheckNothingIsOversold(scope.ServiceProvider.GetRequiredService<ShopDb>());
    }

    public static void CheckNothingIsOversold(ShopDb db)
    {
        var sold = db.Orders.GroupBy(static order => order.Sku)
            .Select(static orders => new { Sku = orders.Key, Pieces = orders.Sum(static order => order.Quantity) }).ToList();
        foreach (var article in sold)
            Assert.That(article.Pieces, Is.LessThanOrEqualTo(db.Items.Single(item => item.Sku == article.Sku).InitialStock));
    }
}
