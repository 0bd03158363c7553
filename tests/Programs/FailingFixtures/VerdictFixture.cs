using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;
using Shop.Prices;

namespace FailingFixtures;

/// <summary>Bodies that pass, fail with the incident's symptom, or fail in another way.</summary>
public sealed class VerdictFixture
{
    [Incident(Paths.Stampede)]
    public async Task Fails(Replay replay)
    {
        await using var app = replay.HostShop();
        await replay.RunAsync();
        Assert.That(app.Services.GetRequiredService<PriceSource>().Fetches, Is.EqualTo(1));
    }

    [Incident(Paths.Stampede)]
    public async Task Passes(Replay replay)
    {
        await using var app = replay.HostShop(isFixed: true);
        await replay.RunAsync();
        Assert.That(app.Services.GetRequiredService<PriceSource>().Fetches, Is.EqualTo(1));
    }

    [Incident(Paths.Stampede)]
    public async Task Fails_twice(Replay replay)
    {
        await using var app = replay.HostShop();
        await replay.RunAsync();
        Assert.Multiple(() =>
        {
            Assert.That(replay.Responses, Is.Empty, "first");
            Assert.That(replay.Requests, Is.Empty, "second");
        });
    }

    [Incident(Paths.Stampede)]
    public async Task Throws(Replay replay)
    {
        await using var app = replay.HostShop();
        await replay.RunAsync();
        throw new InvalidOperationException("The till is shut.", new TimeoutException("Nobody came."));
    }

    [Incident(Paths.Stampede)]
    public Task Handler_throws(Replay replay) => replay.RunAsync(static async _ =>
    {
        await Task.Delay(1);
        throw new InvalidOperationException("The till is shut.");
    });

    [Incident(Paths.Stampede, Expect = Verdict.Reproduces)]
    public Task Open_and_fails(Replay replay) => Fails(replay);

    [Incident(Paths.Stampede, Expect = Verdict.Reproduces)]
    public Task Open_and_fails_twice(Replay replay) => Fails_twice(replay);

    [Incident(Paths.Stampede, Expect = Verdict.Reproduces)]
    public Task Open_and_passes(Replay replay) => Passes(replay);

    [Incident(Paths.Stampede, Expect = Verdict.Reproduces)]
    public async Task Open_and_says_that_it_passes(Replay replay)
    {
        await Passes(replay);
        Assert.Pass("All is well.");
    }

    [Incident(Paths.Stampede, Expect = Verdict.Reproduces)]
    public Task Open_and_throws(Replay replay) => Throws(replay);

    [Incident(Paths.Stampede, Expect = Verdict.Reproduces)]
    public async Task Open_and_fails_before_the_replay(Replay replay)
    {
        Assert.That(replay.Requests, Is.Empty);
        await replay.RunAsync(static _ => Task.CompletedTask);
    }

    [Incident(Paths.WithException, Expect = Verdict.Reproduces)]
    public Task Open_with_an_exception_and_throws_it(Replay replay) => Throws(replay);

    [Incident(Paths.WithException, Expect = Verdict.Reproduces)]
    public Task Open_with_an_exception_and_fails(Replay replay) => Fails(replay);

    [Incident(Paths.WithException, Expect = Verdict.Reproduces)]
    public async Task Open_with_an_exception_and_throws_another(Replay replay)
    {
        await using var app = replay.HostShop();
        await replay.RunAsync();
        throw new TimeoutException("Nobody came.");
    }

    [Incident(Paths.WithStatus, Expect = Verdict.Reproduces)]
    public Task Open_with_a_status_and_fails(Replay replay) => Fails(replay);

    [Incident(Paths.WithStatus, Expect = Verdict.Reproduces)]
    public Task Open_with_a_status_and_throws(Replay replay) => Throws(replay);
}
