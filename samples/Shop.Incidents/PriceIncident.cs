using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;
using Shop.Prices;

namespace Shop.Incidents;

public sealed class PriceIncident
{
    [Incident("traces/price-cache-stampede")]
    public async Task Price_is_fetched_once(Replay replay)
    {
        await using var app = replay.Host<Program>(web => web
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .ConfigureTestServices(services => services.ConfigureHttpClientDefaults(
                client => client.ConfigurePrimaryHttpMessageHandler(() => new UpstreamStub()))));

        await replay.RunAsync();

        Assert.That(app.Services.GetRequiredService<PriceSource>().Fetches, Is.EqualTo(1));
    }
}
