using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Harness.Tests;

/// <summary>What a test's expectation makes of what its body did.</summary>
public sealed class VerdictTests
{
    [Test]
    public void Regression_test_whose_body_passes_passes_and_tells_the_run_in_its_output()
    {
        var result = Fixtures.Run<VerdictFixture>(nameof(VerdictFixture.Passes));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.Output, Does.StartWith("Incident price-cache-stampede · replayed · 3 requests, 8 steps, 5 switches · recording complete. Order: 5 of 9"));
    }

    [TestCase(nameof(VerdictFixture.Open_and_fails))]
    [TestCase(nameof(VerdictFixture.Open_and_fails_twice))]
    [TestCase(nameof(VerdictFixture.Open_with_an_exception_and_throws_it))]
    public void Test_of_an_open_bug_passes_when_its_body_fails_with_the_symptom(string method)
    {
        var result = Fixtures.Run<VerdictFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.Output, Does.Contain(" · reproduced at attempt 1 · 3 requests, 12 steps, 5 switches · recording complete. Order as recorded: 9 of 9 constraints kept."));
    }

    [TestCase(nameof(VerdictFixture.Open_and_passes))]
    [TestCase(nameof(VerdictFixture.Open_and_says_that_it_passes))]
    public void Test_of_an_open_bug_fails_when_its_body_passes_and_says_that_it_no_longer_reproduces(string method)
    {
        var result = Fixtures.Run<VerdictFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        Messages.HasInOrder(
            result.Message,
            $"{method}\n  The incident no longer reproduces: the test's body passed.\n  If the bug is fixed, remove Expect = Verdict.Reproduces: the test then guards the fix.\n\n",
            "  Incident price-cache-stampede · replayed · 3 requests, 8 steps, 5 switches · recording complete\n",
            $"  Replay:  dotnet test --filter FullyQualifiedName=FailingFixtures.VerdictFixture.{method}");
        Assert.That(result.StackTrace, Is.Null.Or.Empty);
    }

    [TestCase(nameof(VerdictFixture.Open_and_throws), "a failed assertion", "System.InvalidOperationException: The till is shut.")]
    [TestCase(nameof(VerdictFixture.Open_with_an_exception_and_throws_another), "the exception System.InvalidOperationException", "System.TimeoutException: Nobody came.")]
    [TestCase(nameof(VerdictFixture.Open_with_a_status_and_throws), "status 500", "System.InvalidOperationException: The till is shut.")]
    [TestCase(nameof(VerdictFixture.Open_with_an_exception_and_fails), "the exception System.InvalidOperationException", "Assert.That(app.Services.GetRequiredService<PriceSource>().Fetches, Is.EqualTo(1))\n  Expected: 1\n  But was:  3")]
    [TestCase(nameof(VerdictFixture.Open_with_a_status_and_fails), "status 500", "Assert.That(app.Services.GetRequiredService<PriceSource>().Fetches, Is.EqualTo(1))\n  Expected: 1\n  But was:  3")]
    public void Test_of_an_open_bug_fails_when_its_body_fails_otherwise_and_names_both(string method, string symptom, string failure)
    {
        var result = Fixtures.Run<VerdictFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        Messages.HasInOrder(
            result.Message,
            $"{method}\n  The test failed, but not with the incident's symptom ({symptom}).\n  {failure}    (VerdictFixture.cs:",
            " · failed at attempt 1 · ",
            "  Replay:  ");
        Assert.That(result.Message, Does.Not.Contain("reproduced"));
        Messages.IsUsersStack(result.StackTrace, "FailingFixtures.VerdictFixture.");
    }

    [Test]
    public void Test_of_an_open_bug_that_fails_before_the_replay_has_not_reproduced_it()
    {
        var result = Fixtures.Run<VerdictFixture>(nameof(VerdictFixture.Open_and_fails_before_the_replay));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        Assert.That(result.Message, Does.Contain("Assert.That(replay.Requests, Is.Empty)"));
        Messages.IsUsersStack(result.StackTrace, "FailingFixtures.VerdictFixture.Open_and_fails_before_the_replay() in ");
    }
}
