using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Samples.Tests.Shop;

/// <summary>The shop, hosted in the test process on a database of its own, in front of a stub of its upstream.</summary>
internal sealed class ShopApp(params (string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    public StubUpstream Upstream { get; } = new();

    public Task<HttpResponseMessage> OrderAsync(int sku, int quantity = 1) =>
        CreateClient().PostAsync($"/orders?sku={sku}&quantity={quantity}", content: null);

    public async Task<HttpStatusCode> OrderStatusAsync(int sku, int quantity = 1)
    {
        using var response = await OrderAsync(sku, quantity);
        return response.StatusCode;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureServices(services =>
            services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => Upstream)));
    }
}
