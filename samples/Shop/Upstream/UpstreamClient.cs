using Shop.Orders;

namespace Shop.Upstream;

/// <summary>The HTTP client for the one service this shop depends on: prices and payments.</summary>
public static class UpstreamClient
{
    /// <summary>The client's name, for <see cref="IHttpClientFactory"/>.</summary>
    public const string Name = "upstream";

    private const string DefaultBaseAddress = "http://127.0.0.1:5080";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Registers the client; its address is <c>Upstream:BaseAddress</c>.</summary>
    public static void AddUpstream(this IServiceCollection services) =>
        services.AddHttpClient(Name, (provider, client) =>
            {
                var address = provider.GetRequiredService<IConfiguration>()["Upstream:BaseAddress"];
                client.BaseAddress = new Uri(address ?? DefaultBaseAddress);
                client.Timeout = Timeout;
            })
            .RemoveAllLoggers()
            .AddTypedClient<PaymentClient>();
}
