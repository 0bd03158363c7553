using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;
using Shop.Incidents;
using Shop.Prices;
using Shop.Upstream;

namespace Shop.Tests;

public sealed class HostingTests
{
    [Incident(Incidents.Stampede, Expect = Verdict.Reproduces)]
    public async Task Factory_that_the_test_already_has_is_driven_and_stays_the_callers(Replay replay)
    {
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(static web => ShopHost.Configure(web, isFixed: false));
        int fetches;
        await using (var app = replay.Host(factory))
        {
            await replay.RunAsync();
            fetches = app.Services.GetRequiredService<PriceSource>().Fetches;
        }

        using var client = factory.CreateClient();
        Assert.That(await client.GetStringAsync("/ping"), Is.Not.Empty, "the factory works on");
        Assert.That(fetches, Is.EqualTo(1));
    }

    [Incident(Incidents.Stampede)]
    public async Task Responses_stand_beside_what_production_answered(Replay replay)
    {
        await using var app = replay.HostShop(isFixed: true);
        var result = await replay.RunAsync();
        Assert.That(result.Outcome, Is.InstanceOf<RunOutcome.Passed>());
        Assert.That(replay.Responses, Has.Count.EqualTo(replay.Requests.Count));
        foreach (var response in replay.Responses)
        {
            Assert.That(response.Status, Is.EqualTo(response.Request.Status));
            Assert.That(response.Text, Does.Contain("12.5"));
        }
    }

    [Incident(Incidents.Stampede, Expect = Verdict.Reproduces)]
    public async Task Handler_drives_the_cache_without_a_web_host(Replay replay)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddHttpClient(UpstreamClient.Name, static client => client.BaseAddress = new Uri("http://upstream.test"))
            .ConfigurePrimaryHttpMessageHandler(static () => new UpstreamStub());
        await using var provider = services.AddSingleton<PriceSource>().AddSingleton<PriceCache>().BuildServiceProvider();
        var cache = provider.GetRequiredService<PriceCache>();
        var called = new List<int>();

        await replay.RunAsync(async request =>
        {
            called.Add(request.Number);
            await cache.GetAsync(1, CancellationToken.None);
        });

        if (!called.SequenceEqual(replay.Requests.Select(static request => request.Number))) throw new InvalidOperationException("one call for each request");
        Assert.That(provider.GetRequiredService<PriceSource>().Fetches, Is.EqualTo(1));
    }
}
