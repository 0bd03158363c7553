using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;
using Shop.Prices;

namespace FailingFixtures;

/// <summary>Incidents with which something is kept, by the mode that the environment sets.</summary>
public sealed class KeepingFixture
{
    private int _runs;

    [Incident(Paths.Pinned)]
    public async Task Fails(Replay replay)
    {
        await using var app = replay.HostShop();
        await replay.RunAsync();
        Assert.That(app.Services.GetRequiredService<PriceSource>().Fetches, Is.EqualTo(1));
    }

    [Incident(Paths.Pinned)]
    public async Task Passes(Replay replay)
    {
        await using var app = replay.HostShop(isFixed: true);
        await replay.RunAsync();
    }

    [Incident(Paths.Pinned, Explains = false)]
    public async Task Fails_on_another_build(Replay replay)
    {
        await Passes(replay);
        Assert.Fail("on purpose");
    }

    [Incident(Paths.Pinned, Explains = false)]
    public async Task Fails_on_another_build_in_another_order(Replay replay)
    {
        await Passes(replay);
        // The first run is the pinned schedule, which the build does not follow; the second is re-anchored.
        if (++_runs == 3) Assert.Fail("on purpose");
    }

    [Incident(Paths.Minimised)]
    public Task Is_made_smaller(Replay replay) => Fails(replay);

    [Incident(Paths.Minimised, Expect = Verdict.Reproduces)]
    public Task Is_made_smaller_while_open(Replay replay) => Fails(replay);

    [Incident(Paths.Minimised)]
    public Task Has_nothing_to_make_smaller(Replay replay) => Passes(replay);
}
