using System.Net;
using System.Net.Http.Json;
using NUnit.Framework;
using Shop.Data;
using Shop.Orders;
using Shop.Stats;

namespace Samples.Tests.Shop;

[TestFixture(OrderModes.Direct)]
[TestFixture(OrderModes.Reserving)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OrderTests(string mode) : IAsyncDisposable
{
    private const int LimitedSku = 7;
    private const int OrdinarySku = 150;

    private readonly ShopApp _app = new(("Shop:Orders", mode));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Test]
    public async Task Order_is_accepted_and_can_be_read_back()
    {
        using var response = await _app.OrderAsync(OrdinarySku, quantity: 2);
        var placed = await response.Content.ReadFromJsonAsync<Order>();
        var read = await _app.CreateClient().GetFromJsonAsync<Order>(response.Headers.Location);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That((placed!.Sku, placed.Quantity, placed.Amount), Is.EqualTo((OrdinarySku, 2, 139.90m)));
            Assert.That(read!.Id, Is.EqualTo(placed!.Id));
        });
    }

    [Test]
    public async Task Limited_edition_ordered_one_after_the_other_is_sold_once()
    {
        HttpStatusCode[] answers = [await _app.OrderStatusAsync(LimitedSku), await _app.OrderStatusAsync(LimitedSku)];

        Assert.That(answers, Is.EqualTo((HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.Conflict]));
        Assert.That(await StatsAsync(LimitedSku), Is.EqualTo(new SkuStats(LimitedSku, 0, Accepted: 1, InitialStock: 1, Stock: 0)));
    }

    [Test]
    public async Task Refused_payment_leaves_the_stock_as_it_was()
    {
        _app.Upstream.RefuseNext(HttpStatusCode.PaymentRequired);

        Assert.That(await _app.OrderStatusAsync(LimitedSku), Is.EqualTo(HttpStatusCode.PaymentRequired));
        Assert.That(await StatsAsync(LimitedSku), Is.EqualTo(new SkuStats(LimitedSku, 0, Accepted: 0, InitialStock: 1, Stock: 1)));
        Assert.That(await _app.OrderStatusAsync(LimitedSku), Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Failed_payment_service_leaves_the_stock_as_it_was()
    {
        _app.Upstream.RefuseNext(HttpStatusCode.ServiceUnavailable);

        Assert.That(await _app.OrderStatusAsync(LimitedSku), Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(await StatsAsync(LimitedSku), Is.EqualTo(new SkuStats(LimitedSku, 0, Accepted: 0, InitialStock: 1, Stock: 1)));
    }

    [Test]
    public async Task More_than_there_is_cannot_be_ordered()
    {
        Assert.That(await _app.OrderStatusAsync(OrdinarySku, quantity: 51), Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await _app.OrderStatusAsync(OrdinarySku, quantity: 50), Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await StatsAsync(OrdinarySku)).Stock, Is.Zero);
    }

    [TestCase(999, 1, HttpStatusCode.NotFound)]
    [TestCase(LimitedSku, 0, HttpStatusCode.BadRequest)]
    [TestCase(LimitedSku, -1, HttpStatusCode.BadRequest)]
    public async Task Order_that_makes_no_sense_is_refused(int sku, int quantity, HttpStatusCode expected) =>
        Assert.That(await _app.OrderStatusAsync(sku, quantity), Is.EqualTo(expected));

    private async Task<SkuStats> StatsAsync(int sku)
    {
        var stats = await _app.CreateClient().GetFromJsonAsync<ShopStats>("/stats");
        return stats!.Skus.Single(s => s.Sku == sku);
    }
}
