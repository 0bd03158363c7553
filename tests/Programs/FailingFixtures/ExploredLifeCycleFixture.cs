using System.Globalization;
using NUnit.Framework;
using ReplayKit;

namespace FailingFixtures;

/// <summary>What an explored test has in common with any other: set-up and tear-down around each schedule, output, warnings, other ends than pass and fail.</summary>
public sealed class ExploredLifeCycleFixture : IDisposable
{
    private static readonly AsyncLocal<string?> s_flowing = new();
    private int _setUps;
    private bool _isTornDownBadly;

    [SetUp]
    public void SetUp()
    {
        _setUps++;
        s_flowing.Value = "from the set-up";
    }

    [TearDown]
    public void TearDown()
    {
        TestContext.Out.WriteLine($"torn down after {_setUps.ToString(CultureInfo.InvariantCulture)}: {TestContext.CurrentContext.Result.Outcome.Status}");
        if (_isTornDownBadly) throw new InvalidOperationException("The tear-down fails.");
    }

    public void Dispose() => Outliving.Next("disposals");

    [Explore(Schedules = 20)]
    public async Task Has_a_fixture_of_its_own(Replay replay)
    {
        Assert.That(_setUps, Is.EqualTo(1));
        Assert.That(s_flowing.Value, Is.EqualTo("from the set-up"));
        Assert.That(TestContext.CurrentContext.Test.Name, Is.EqualTo(nameof(Has_a_fixture_of_its_own)));
        await replay.RunAsync(async () => await Task.Yield(), async () => await Task.Yield());
        Assert.That(TestContext.CurrentContext.Test.Name, Is.EqualTo(nameof(Has_a_fixture_of_its_own)));
    }

    [Explore(Schedules = 20)]
    public async Task Fails_in_the_third_schedule(Replay replay)
    {
        await Task.Yield();
        TestContext.Out.WriteLine($"schedule {Outliving.Of("disposals").ToString(CultureInfo.InvariantCulture)}");
        Assert.That(replay.IsExploring, Is.True);
        Assert.That(Outliving.Of("disposals") % 20, Is.Not.EqualTo(2));
    }

    [Explore(Schedules = 3)]
    public void Warns(Replay replay) => Assert.Warn(replay.IsExploring ? "Mind the gap." : "");

    [Explore(Schedules = 3)]
    public void Is_ignored(Replay replay) => Assert.Ignore(replay.IsExploring ? "Not today." : "");

    [Explore(Schedules = 3)]
    public void Says_that_it_passes(Replay replay) => Assert.Pass(replay.IsExploring ? "All is well." : "");

    [Explore(Schedules = 3)]
    public void Is_torn_down_badly(Replay replay) => _isTornDownBadly = replay.IsExploring;
}
