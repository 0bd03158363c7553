using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NUnit.Framework;
using Shop.Orders;
using Shop.Prices;

namespace Samples.Tests.Shop;

public sealed class ConfigurationTests
{
    private static IEnumerable<TestCaseData> Choices()
    {
        yield return Choice([], typeof(PriceCache), typeof(OrderService));
        yield return Choice([("Shop:Fixed", "true")], typeof(SingleFlightPriceCache), typeof(ReservingOrderService));
        yield return Choice([("Shop:Prices", "single-flight")], typeof(SingleFlightPriceCache), typeof(OrderService));
        yield return Choice([("Shop:Orders", "reserving")], typeof(PriceCache), typeof(ReservingOrderService));
        yield return Choice([("Shop:Fixed", "true"), ("Shop:Prices", "cached")], typeof(PriceCache), typeof(ReservingOrderService));
    }

    [TestCaseSource(nameof(Choices))]
    public async Task Settings_choose_the_implementations((string, string)[] settings, Type prices, Type orders)
    {
        await using var app = new ShopApp(settings);
        using var scope = app.Services.CreateScope();

        Assert.Multiple(() =>
        {
            Assert.That(scope.ServiceProvider.GetRequiredService<IPriceCache>(), Is.TypeOf(prices));
            Assert.That(scope.ServiceProvider.GetRequiredService<IOrderService>(), Is.TypeOf(orders));
        });
    }

    [TestCase("Shop:Prices")]
    [TestCase("Shop:Orders")]
    public async Task Mode_that_does_not_exist_stops_the_start(string key)
    {
        await using var app = new ShopApp((key, "sideways"));

        Assert.That(() => app.Services, Throws.TypeOf<OptionsValidationException>().With.Message.Contains(key));
    }

    [Test]
    public async Task Test_can_swap_an_implementation()
    {
        await using var app = new ShopApp();
        await using var swapped = app.WithWebHostBuilder(web => web.ConfigureTestServices(services =>
            services.Replace(ServiceDescriptor.Singleton<IPriceCache, SingleFlightPriceCache>())));

        Assert.That(swapped.Services.GetRequiredService<IPriceCache>(), Is.TypeOf<SingleFlightPriceCache>());
    }

    private static TestCaseData Choice((string, string)[] settings, Type prices, Type orders) =>
        new TestCaseData(settings, prices, orders).SetArgDisplayNames(string.Join(' ', settings), prices.Name, orders.Name);
}
