using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;
using Shop.Prices;

namespace FailingFixtures;

/// <summary>Tests that are certified.</summary>
public sealed class CertifiedFixture
{
    [Incident(Paths.Certified, Swaps = 1)]
    public Task Holds(Replay replay) => FetchesOnceAsync(replay);

    [Incident(Paths.Certified, Swaps = 1, RequiresCertificate = true)]
    public Task Must_be_certified(Replay replay) => FetchesOnceAsync(replay);

    [Incident(Paths.Certified, Swaps = 1)]
    public async Task Holds_in_the_recorded_order_alone(Replay replay)
    {
        await FetchesOnceAsync(replay);
        Assert.That(replay.Result!.Fidelity, Is.GreaterThan(0.5));
        Assert.That(replay.Result.Attempt, Is.LessThan(3), "not in every order");
    }

    [Incident(Paths.Certified, Expect = Verdict.Reproduces)]
    public async Task Is_open(Replay replay)
    {
        await using var app = replay.HostShop();
        await replay.RunAsync();
        Assert.That(app.Services.GetRequiredService<PriceSource>().Fetches, Is.EqualTo(1));
    }

    private static async Task FetchesOnceAsync(Replay replay)
    {
        await using var app = replay.HostShop(isFixed: true);
        await replay.RunAsync();
        Assert.That(app.Services.GetRequiredService<PriceSource>().Fetches, Is.EqualTo(1));
    }
}
