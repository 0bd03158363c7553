using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ReplayKit;
using Shop.Incidents;

namespace FailingFixtures;

/// <summary>Hosts the shop for one replay: a database of its own in memory, and a stub for the upstream.</summary>
internal static class ShopHost
{
    public static ReplayHost<Program> HostShop(this Replay replay, bool isFixed = false, Action<IServiceCollection>? services = null) =>
        replay.Host<Program>(web =>
        {
            web.UseSetting("Logging:LogLevel:Default", "None");
            web.UseSetting("Shop:Fixed", isFixed ? "true" : "false");
            web.UseSetting("ConnectionStrings:Shop", $"Data Source=shop-{Guid.NewGuid():N};Mode=Memory;Cache=Shared");
            web.ConfigureTestServices(all =>
            {
                all.ConfigureHttpClientDefaults(static client => client.ConfigurePrimaryHttpMessageHandler(static () => new UpstreamStub()));
                services?.Invoke(all);
            });
        });
}
