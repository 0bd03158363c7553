using Microsoft.AspNetCore.TestHost;

namespace WebPrograms;

/// <summary>The same traffic, as the peer's tests send it: to the framework's in-memory server, which is what a test's factory starts.</summary>
public static class PeerPrograms
{
    private static readonly Lazy<HttpClient> s_shared = new(static () => Start().GetTestClient());

    /// <summary>One host for all schedules.</summary>
    public static Task SharedHost() => Traffic.RunAsync(s_shared.Value);

    /// <summary>A host for each schedule.</summary>
    public static async Task FreshHost()
    {
        await using var app = Start();
        using var client = app.GetTestClient();
        await Traffic.RunAsync(client);
    }

    private static WebApplication Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        Service.Configure(builder);
        var app = builder.Build();
        Service.Map(app);
        app.Start();
        return app;
    }
}
