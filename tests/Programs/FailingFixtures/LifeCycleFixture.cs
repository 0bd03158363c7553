using System.Globalization;
using NUnit.Framework;
using ReplayKit;

namespace FailingFixtures;

/// <summary>What a test of an incident has in common with any other: set-up and tear-down, output, warnings, attachments, other ends than pass and fail.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LifeCycleFixture
{
    private int _setUps;

    [SetUp]
    public void SetUp() => _setUps++;

    [TearDown]
    public void TearDown() => TestContext.Out.WriteLine($"torn down after {_setUps.ToString(CultureInfo.InvariantCulture)}");

    [Incident(Paths.Stampede)]
    public async Task Writes(Replay replay)
    {
        TestContext.Out.WriteLine("before the replay");
        await ReplayAsync(replay);
        TestContext.Out.WriteLine("after the replay");
    }

    [Incident(Paths.Stampede)]
    public async Task Warns(Replay replay)
    {
        await ReplayAsync(replay);
        Assert.Warn("Mind the gap.");
    }

    [Incident(Paths.Stampede)]
    public async Task Attaches(Replay replay)
    {
        await ReplayAsync(replay);
        TestContext.AddTestAttachment(typeof(LifeCycleFixture).Assembly.Location, "the fixtures");
    }

    [Incident(Paths.Stampede)]
    public async Task Knows_its_own_name(Replay replay)
    {
        await ReplayAsync(replay);
        Assert.That(TestContext.CurrentContext.Test.Name, Is.EqualTo(nameof(Knows_its_own_name)));
    }

    [Incident(Paths.Stampede)]
    public Task Is_ignored_before_the_replay(Replay replay)
    {
        Assert.Ignore("Not today.");
        return ReplayAsync(replay);
    }

    [Incident(Paths.Stampede)]
    public async Task Is_ignored_after_the_replay(Replay replay)
    {
        await ReplayAsync(replay);
        Assert.Ignore("Not today.");
    }

    [Incident(Paths.Stampede)]
    public Task Is_inconclusive_before_the_replay(Replay replay)
    {
        Assert.Inconclusive("Who knows.");
        return ReplayAsync(replay);
    }

    [Incident(Paths.Stampede, Expect = Verdict.Reproduces)]
    public async Task Is_inconclusive_after_the_replay(Replay replay)
    {
        await ReplayAsync(replay);
        Assert.Inconclusive("Who knows.");
    }

    [Incident(Paths.Stampede)]
    public async Task Says_that_it_passes(Replay replay)
    {
        await ReplayAsync(replay);
        Assert.Pass("All is well.");
    }

    private static async Task ReplayAsync(Replay replay)
    {
        await using var app = replay.HostShop(isFixed: true);
        await replay.RunAsync();
    }
}
