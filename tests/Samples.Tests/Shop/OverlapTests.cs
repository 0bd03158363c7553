using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Shop.Orders;
using Shop.Prices;
using Shop.Stats;

namespace Samples.Tests.Shop;

/// <summary>Both bugs, and their corrections, with the overlap made by hand: the upstream answers when the test says so.</summary>
[CancelAfter(60_000)]
public sealed class OverlapTests
{
    [Test]
    public async Task Cached_price_is_fetched_twice_when_two_readers_overlap()
    {
        await using var app = new ShopApp(("Shop:Prices", PriceModes.Cached));
        app.Upstream.Hold();

        var first = app.CreateClient().GetAsync("/price/42");
        var firstFetch = await app.Upstream.ArrivalAsync();
        var second = app.CreateClient().GetAsync("/price/42");
        var secondFetch = await app.Upstream.ArrivalAsync();
        firstFetch.SetResult();
        secondFetch.SetResult();

        await AssertAnsweredAsync(HttpStatusCode.OK, first, second);
        Assert.That(app.Services.GetRequiredService<PriceSource>().FetchesOf(42), Is.EqualTo(2));
    }

    [Test]
    public async Task Single_flight_price_is_fetched_once_when_two_readers_overlap()
    {
        await using var app = new ShopApp(("Shop:Prices", PriceModes.SingleFlight));
        app.Upstream.Hold();
        var prices = app.Services.GetRequiredService<IPriceCache>();

        var first = prices.GetAsync(42, CancellationToken.None);
        var fetch = await app.Upstream.ArrivalAsync();
        var second = prices.GetAsync(42, CancellationToken.None);
        fetch.SetResult();

        Assert.That(await Task.WhenAll(first, second), Is.EqualTo((decimal[])[42.5m, 42.5m]));
        Assert.That(app.Services.GetRequiredService<PriceSource>().FetchesOf(42), Is.EqualTo(1));
    }

    [Test]
    public async Task Single_flight_fetch_goes_on_when_its_first_reader_gives_up()
    {
        await using var app = new ShopApp(("Shop:Prices", PriceModes.SingleFlight));
        app.Upstream.Hold();
        var prices = app.Services.GetRequiredService<IPriceCache>();
        using var givesUp = new CancellationTokenSource();

        var first = prices.GetAsync(42, givesUp.Token);
        var fetch = await app.Upstream.ArrivalAsync();
        var second = prices.GetAsync(42, CancellationToken.None);
        await givesUp.CancelAsync();
        fetch.SetResult();

        Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await second, Is.EqualTo(42.5m));
        Assert.That(app.Services.GetRequiredService<PriceSource>().FetchesOf(42), Is.EqualTo(1));
    }

    [Test]
    public async Task Direct_orders_oversell_when_two_customers_overlap()
    {
        await using var app = new ShopApp(("Shop:Orders", OrderModes.Direct));
        app.Upstream.Hold();

        var first = app.OrderAsync(7);
        var firstPayment = await app.Upstream.ArrivalAsync();
        var second = app.OrderAsync(7);
        var secondPayment = await app.Upstream.ArrivalAsync();
        firstPayment.SetResult();
        secondPayment.SetResult();

        await AssertAnsweredAsync(HttpStatusCode.Created, first, second);
        Assert.That(await StatsAsync(app, 7), Is.EqualTo(new SkuStats(7, 0, Accepted: 2, InitialStock: 1, Stock: 0)));
    }

    [Test]
    public async Task Reserving_orders_sell_what_there_is_when_two_customers_overlap()
    {
        await using var app = new ShopApp(("Shop:Orders", OrderModes.Reserving));
        app.Upstream.Hold();

        var first = app.OrderAsync(7);
        var payment = await app.Upstream.ArrivalAsync();
        var second = await app.OrderStatusAsync(7);
        payment.SetResult();

        Assert.That(second, Is.EqualTo(HttpStatusCode.Conflict));
        await AssertAnsweredAsync(HttpStatusCode.Created, first);
        Assert.That(await StatsAsync(app, 7), Is.EqualTo(new SkuStats(7, 0, Accepted: 1, InitialStock: 1, Stock: 0)));
    }

    private static async Task AssertAnsweredAsync(HttpStatusCode expected, params Task<HttpResponseMessage>[] answers)
    {
        foreach (var answer in answers)
        {
            using var response = await answer;
            Assert.That(response.StatusCode, Is.EqualTo(expected));
        }
    }

    private static async Task<SkuStats> StatsAsync(ShopApp app, int sku)
    {
        var stats = await app.CreateClient().GetFromJsonAsync<ShopStats>("/stats");
        return stats!.Skus.Single(s => s.Sku == sku);
    }
}
