using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Shop.Prices;

namespace Samples.Tests.Shop;

[TestFixture(PriceModes.Cached)]
[TestFixture(PriceModes.SingleFlight)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PriceTests(string mode) : IAsyncDisposable
{
    private readonly ShopApp _app = new(("Shop:Prices", mode));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Test]
    public async Task Price_asked_for_one_after_the_other_is_fetched_once()
    {
        for (var reader = 0; reader < 3; reader++)
            Assert.That(await PriceAsync(42), Is.EqualTo(new PriceAnswer(42, 42.5m)));

        Assert.Multiple(() =>
        {
            Assert.That(Source.FetchesOf(42), Is.EqualTo(1));
            Assert.That(Source.Fetches, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Prices_of_two_skus_are_fetched_and_counted_apart()
    {
        await PriceAsync(1);
        await PriceAsync(2);

        Assert.Multiple(() =>
        {
            Assert.That(Source.FetchesOf(1), Is.EqualTo(1));
            Assert.That(Source.FetchesOf(2), Is.EqualTo(1));
            Assert.That(Source.FetchesOf(3), Is.Zero);
            Assert.That(Source.Fetches, Is.EqualTo(2));
        });
    }

    [Test]
    public async Task Failed_fetch_is_not_remembered()
    {
        _app.Upstream.RefuseNext(HttpStatusCode.InternalServerError);

        using var failed = await _app.CreateClient().GetAsync("/price/42");
        var next = await PriceAsync(42);

        Assert.Multiple(() =>
        {
            Assert.That(failed.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
            Assert.That(next.Price, Is.EqualTo(42.5m));
            Assert.That(Source.FetchesOf(42), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task Mode_chooses_the_implementation()
    {
        await PriceAsync(1);

        var expected = mode == PriceModes.SingleFlight ? typeof(SingleFlightPriceCache) : typeof(PriceCache);
        Assert.That(_app.Services.GetRequiredService<IPriceCache>(), Is.TypeOf(expected));
    }

    private PriceSource Source => _app.Services.GetRequiredService<PriceSource>();

    private async Task<PriceAnswer> PriceAsync(int sku) => (await _app.CreateClient().GetFromJsonAsync<PriceAnswer>($"/price/{sku}"))!;
}
