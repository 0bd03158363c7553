using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;
using Shop.Data;

namespace Shop.Incidents;

public sealed class OrderIncident
{
    [Incident("traces/oversold-limited-edition")]
    public async Task Nothing_is_oversold(Replay replay)
    {
        await using var app = replay.Host<Program>(web => web
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .ConfigureTestServices(services => services.ConfigureHttpClientDefaults(
                client => client.ConfigurePrimaryHttpMessageHandler(() => new UpstreamStub()))));

        await replay.RunAsync();

        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        foreach (var orders in db.Orders.AsEnumerable().GroupBy(order => order.Sku))
            Assert.That(orders.Sum(order => order.Quantity), Is.LessThanOrEqualTo(db.Items.Single(item => item.Sku == orders.Key).InitialStock));
    }
}
