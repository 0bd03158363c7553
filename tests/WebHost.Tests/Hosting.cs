using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ReplayKit;

namespace WebHost.Tests;

/// <summary>Hosts the service for one schedule, with a stub for the service that it asks.</summary>
internal static class Hosting
{
    public static ReplayHost<Program> HostService(this Replay replay) => replay.Host<Program>(Configure);

    public static void Configure(IWebHostBuilder web) => web.UseEnvironment("Production").ConfigureTestServices(static services =>
        services.ConfigureHttpClientDefaults(static client => client.ConfigurePrimaryHttpMessageHandler(static () => new PriceStub())));
}
