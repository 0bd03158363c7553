using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Harness.Tests;

/// <summary>What a test of an incident has in common with any other test.</summary>
public sealed class LifeCycleTests
{
    [Test]
    public void Output_of_the_body_and_of_the_tear_down_is_kept_and_set_up_runs_once()
    {
        var result = Fixtures.Run<LifeCycleFixture>(nameof(LifeCycleFixture.Writes));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Messages.HasInOrder(result.Output, "before the replay\n", "after the replay\n", "Incident price-cache-stampede · replayed · ", "torn down after 1\n");
    }

    [Test]
    public void Warning_of_the_body_is_the_tests()
    {
        var result = Fixtures.Run<LifeCycleFixture>(nameof(LifeCycleFixture.Warns));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Warning), result.Message);
        Assert.That(result.Message, Is.EqualTo("Mind the gap."));
    }

    [Test]
    public void Attachment_of_the_body_is_the_tests()
    {
        var result = Fixtures.Run<LifeCycleFixture>(nameof(LifeCycleFixture.Attaches));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.TestAttachments.Select(static attachment => attachment.Description), Is.EqualTo(new[] { "the fixtures" }));
    }

    [Test]
    public void Body_knows_the_test_that_it_is()
    {
        var result = Fixtures.Run<LifeCycleFixture>(nameof(LifeCycleFixture.Knows_its_own_name));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
    }

    private static IEnumerable<TestCaseData> OtherEnds()
    {
        yield return new TestCaseData(nameof(LifeCycleFixture.Is_ignored_before_the_replay), ResultState.Ignored, "Not today.");
        yield return new TestCaseData(nameof(LifeCycleFixture.Is_ignored_after_the_replay), ResultState.Ignored, "Not today.");
        yield return new TestCaseData(nameof(LifeCycleFixture.Is_inconclusive_before_the_replay), ResultState.Inconclusive, "Who knows.");
        yield return new TestCaseData(nameof(LifeCycleFixture.Is_inconclusive_after_the_replay), ResultState.Inconclusive, "Who knows.");
        yield return new TestCaseData(nameof(LifeCycleFixture.Says_that_it_passes), ResultState.Success, "All is well.");
    }

    [TestCaseSource(nameof(OtherEnds))]
    public void End_that_is_neither_pass_nor_failure_is_the_tests(string method, ResultState state, string message)
    {
        var result = Fixtures.Run<LifeCycleFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(state));
        Assert.That(result.Message, Is.EqualTo(message));
        Assert.That(result.Output, Does.EndWith("torn down after 1\n"));
    }
}
