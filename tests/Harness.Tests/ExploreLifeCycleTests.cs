using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Harness.Tests;

/// <summary>What an explored test has in common with any other test.</summary>
[NonParallelizable]
public sealed class ExploreLifeCycleTests
{
    [Test]
    public void Each_schedule_has_a_fixture_of_its_own_with_set_up_and_flow()
    {
        var result = Fixtures.Run<ExploredLifeCycleFixture>(nameof(ExploredLifeCycleFixture.Has_a_fixture_of_its_own));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.Output, Does.Contain("Explored 20 schedules, "));
    }

    [Test]
    public void Static_fields_hold_what_the_schedules_own_set_up_left()
    {
        var result = Fixtures.Run<ExploredStaticsFixture>(nameof(ExploredStaticsFixture.Finds_what_its_own_set_up_left_and_nothing_else));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
    }

    [Test]
    public void Output_is_that_of_the_schedule_that_failed()
    {
        var result = Fixtures.Run<ExploredLifeCycleFixture>(nameof(ExploredLifeCycleFixture.Fails_in_the_third_schedule));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure), result.Message);
        Assert.That(result.Output, Does.Match("^schedule \\d*2\ntorn down after 1: Failed\n$"));
    }

    [Test]
    public void Warning_is_the_tests()
    {
        var result = Fixtures.Run<ExploredLifeCycleFixture>(nameof(ExploredLifeCycleFixture.Warns));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Warning), result.Message);
        Assert.That(result.Message, Is.EqualTo("Mind the gap."));
    }

    [Test]
    public void Ignored_is_neither_pass_nor_failure()
    {
        var result = Fixtures.Run<ExploredLifeCycleFixture>(nameof(ExploredLifeCycleFixture.Is_ignored));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Ignored));
        Assert.That(result.Message, Is.EqualTo("Not today."));
    }

    [Test]
    public void Assertion_that_it_passes_ends_a_schedule()
    {
        var result = Fixtures.Run<ExploredLifeCycleFixture>(nameof(ExploredLifeCycleFixture.Says_that_it_passes));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.Output, Does.Contain("Explored 3 schedules, "));
    }

    [Test]
    public void Tear_down_that_fails_is_told_as_nunit_tells_it()
    {
        var result = Fixtures.Run<ExploredLifeCycleFixture>(nameof(ExploredLifeCycleFixture.Is_torn_down_badly));
        Assert.That(result.ResultState.Status, Is.EqualTo(TestStatus.Failed));
        Assert.That(result.Message, Does.Contain("TearDown : System.InvalidOperationException : The tear-down fails."));
    }

    [Test]
    public void Set_up_that_fails_is_told_as_nunit_tells_it()
    {
        var result = Fixtures.Run<ExploredSetUpFixture>(nameof(ExploredSetUpFixture.Is_not_set_up));
        Assert.That(result.ResultState.Status, Is.EqualTo(TestStatus.Failed));
        Assert.That(result.Message, Does.Contain("No till.").And.Not.Contain("never run"));
    }

    [Test]
    public void Fixture_that_was_set_up_once_is_kept()
    {
        var result = Fixtures.Run<ExploredSetUpFixture>(nameof(ExploredSetUpFixture.Keeps_what_was_set_up_once));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
    }

    [TestCase(nameof(ExploredSetUpFixture.Runs_no_schedule), "An exploration runs at least one schedule, not 0.")]
    [TestCase(nameof(ExploredSetUpFixture.Has_an_unknown_strategy), "There is no strategy 'luck'. Use random, pos, dfs, sleep-sets, pct, or pct-N for bugs of depth N.")]
    public void Attribute_that_is_not_understood_is_an_error(string method, string words)
    {
        var result = Fixtures.Run<ExploredSetUpFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Error));
        Assert.That(result.Message, Is.EqualTo(words));
    }

    [Test]
    public void Method_with_wrong_parameters_does_not_run()
    {
        var result = Fixtures.Run<ExploredSetUpFixture>(nameof(ExploredSetUpFixture.Takes_nothing));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.NotRunnable));
        Assert.That(result.Message, Is.EqualTo("A test that is explored takes one parameter, of type ReplayKit.Replay."));
    }
}
