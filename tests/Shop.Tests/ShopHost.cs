using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ReplayKit;
using Shop.Incidents;

namespace Shop.Tests;

/// <summary>Hosts the shop for one replay: a database of its own in memory, and a stub for the upstream.</summary>
internal static class ShopHost
{
    public static ReplayHost<Program> HostShop(this Replay replay, bool isFixed) => replay.Host<Program>(web => Configure(web, isFixed));

    public static void Configure(IWebHostBuilder web, bool isFixed)
    {
        web.UseSetting("Logging:LogLevel:Default", "Warning");
        web.UseSetting("Shop:Fixed", isFixed ? "true" : "false");
        web.UseSetting("ConnectionStrings:Shop", $"Data Source=shop-{Guid.NewGuid():N};Mode=Memory;Cache=Shared");
        web.ConfigureTestServices(static services => services.ConfigureHttpClientDefaults(
            static client => client.ConfigurePrimaryHttpMessageHandler(static () => new UpstreamStub())));
    }
}
