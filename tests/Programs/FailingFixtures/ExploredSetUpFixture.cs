using NUnit.Framework;
using ReplayKit;

namespace FailingFixtures;

/// <summary>Explored tests whose fixture has state of its own, or cannot be set up.</summary>
public sealed class ExploredSetUpFixture
{
    private int _oneTime;
    private int _setUps;

    [OneTimeSetUp]
    public void OneTimeSetUp() => _oneTime = 1;

    [SetUp]
    public void SetUp()
    {
        _setUps++;
        if (TestContext.CurrentContext.Test.Name == nameof(Is_not_set_up)) throw new InvalidOperationException("No till.");
    }

    [Explore(Schedules = 3)]
    public void Keeps_what_was_set_up_once(Replay replay)
    {
        Assert.That(replay.IsExploring, Is.True);
        Assert.That(_oneTime, Is.EqualTo(1));
        Assert.That(_setUps, Is.GreaterThan(0));
    }

    [Explore]
    public void Is_not_set_up(Replay replay) => Assert.Fail(replay.IsExploring ? "never run" : "");

    [Explore(Schedules = 0)]
    public void Runs_no_schedule(Replay replay) => Assert.Fail(replay.IsExploring ? "never run" : "");

    [Explore(Strategy = "luck")]
    public void Has_an_unknown_strategy(Replay replay) => Assert.Fail(replay.IsExploring ? "never run" : "");

    [Explore]
    public void Takes_nothing() => Assert.Fail("never run");
}
