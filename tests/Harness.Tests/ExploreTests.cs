using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Harness.Tests;

/// <summary>Tests that are explored: what is found, and how it is told.</summary>
[NonParallelizable]
public sealed class ExploreTests
{
    [Test]
    public void Failure_is_told_with_the_interleaving_and_the_line_that_runs_it_again()
    {
        var result = Fixtures.Run<ExploredFixture>(nameof(ExploredFixture.Loses_an_update));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure), result.Message);
        TestContext.Out.WriteLine(result.Message);
        Messages.HasInOrder(
            result.Message,
            "Loses_an_update\n", "Expected: 2", "But was:  1", "(ExploredFixture.cs:",
            "  Schedule ", " of 100 · seed ", ", strategy random · 3 operations, ", " steps, ",
            "  #  r1  the test's body", "r2  ExploredFixture.AddAsync", "r3  ExploredFixture.AddAsync",
            "... awaits", "ExploredFixture.cs:", "AddAsync resumes  ",
            "  Replay:  REPLAYKIT_SEED=", " REPLAYKIT_SCHEDULES=1 dotnet test --filter FullyQualifiedName=FailingFixtures.ExploredFixture.Loses_an_update");
        Assert.That(result.StackTrace, Does.StartWith("   at FailingFixtures.ExploredFixture.Loses_an_update() in "));
    }

    [TestCase(nameof(ExploredFixture.Loses_an_update))]
    [TestCase(nameof(ExploredFixture.Loses_an_update_by_priorities))]
    public void Seed_that_is_told_runs_the_same_schedule(string method)
    {
        var first = Fixtures.Run<ExploredFixture>(method).Message!;
        var seed = first.Split("REPLAYKIT_SEED=")[1].Split(' ')[0];
        var again = WithEnvironment(seed, "1", () => Fixtures.Run<ExploredFixture>(method));
        Assert.That(again.ResultState, Is.EqualTo(ResultState.Failure));
        Assert.That(again.Message, Does.Contain($"Schedule 1 of 1 · seed {seed}, "));
        Assert.That(Table(again.Message!), Is.EqualTo(Table(first)));
    }

    [TestCase(nameof(ExploredFixture.Keeps_every_update), "Explored 50 schedules, ")]
    [TestCase(nameof(ExploredFixture.Body_that_blocks), "Explored 10 schedules, ")]
    public void Test_without_a_failing_schedule_passes_and_says_what_ran(string method, string note)
    {
        var result = Fixtures.Run<ExploredFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.Output, Does.Contain(note).And.Contain(" different · seed 1, strategy random"));
    }

    [Test]
    public void Deadlock_is_told_as_who_waits_where_for_what_whom_holds()
    {
        var result = Fixtures.Run<ExploredFixture>(nameof(ExploredFixture.Deadlocks));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure), result.Message);
        Assert.That(result.Message, Does.Match(
            @"Deadlock: nothing can go on\.\n    r2 holds lock \(ExploredFixture\.cs:\d+\) and waits at ExploredFixture\.cs:\d+ for lock held by r3 \(ExploredFixture\.cs:\d+\)\n    r3 holds lock "));
    }

    [Test]
    public void Body_that_depends_on_more_than_its_schedule_diverged()
    {
        var result = Fixtures.Run<ExploredFixture>(nameof(ExploredFixture.Depends_on_more_than_its_schedule));
        Assert.That(result.ResultState, Is.EqualTo(new ResultState(TestStatus.Failed, "Diverged", FailureSite.Test)), result.Message);
        Messages.HasInOrder(result.Message, "Diverged: the same decisions did not lead to the same run", "at step ", "expected", "actual");
    }

    [Test]
    public void Body_that_does_not_end_is_told_with_the_number_of_its_steps()
    {
        var result = Fixtures.Run<ExploredFixture>(nameof(ExploredFixture.Never_ends));
        Assert.That(result.ResultState, Is.EqualTo(new ResultState(TestStatus.Failed, "StepLimit", FailureSite.Test)));
        Messages.HasInOrder(result.Message, "The schedule was stopped after 100,000 steps", "steps before these", "Replay:");
    }

    [Test]
    public void Work_that_escaped_is_listed()
    {
        var result = Fixtures.Run<ExploredFixture>(nameof(ExploredFixture.Hands_work_to_the_real_pool));
        Messages.HasInOrder(result.Message, "on purpose", "Work that was not under control (1 place):\n    r1 queued to the thread pool, 1×: ", "Replay:");
    }

    [TestCase(nameof(ExploredFixture.Catches_what_an_assertion_threw), "Expected: 5")]
    [TestCase(nameof(ExploredFixture.Fails_in_several_ways), "Expected: 6")]
    [TestCase(nameof(ExploredFixture.Asserts_in_an_operation), "in the operation")]
    public void Assertion_counts_wherever_it_fails(string method, string words)
    {
        var result = Fixtures.Run<ExploredFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        Messages.HasInOrder(result.Message, $"{method}\n", words, "Schedule 1 of 10 ");
    }

    [TestCase("REPLAYKIT_SEED", "x", "1", "REPLAYKIT_SEED is 'x', which is no seed. Set it to a whole number, or to nothing.")]
    [TestCase("REPLAYKIT_SCHEDULES", "1", "0", "REPLAYKIT_SCHEDULES is '0', which is no number of schedules. Set it to 1 or more, or to nothing.")]
    public void Environment_that_is_not_understood_is_an_error(string variable, string seed, string schedules, string words)
    {
        var result = WithEnvironment(seed, schedules, () => Fixtures.Run<ExploredFixture>(nameof(ExploredFixture.Keeps_every_update)));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Error), variable);
        Assert.That(result.Message, Is.EqualTo(words));
    }

    private static string Table(string message) => message[message.IndexOf("  #  ", StringComparison.Ordinal)..];

    private static ITestResult WithEnvironment(string seed, string schedules, Func<ITestResult> run)
    {
        Environment.SetEnvironmentVariable("REPLAYKIT_SEED", seed);
        Environment.SetEnvironmentVariable("REPLAYKIT_SCHEDULES", schedules);
        try
        {
            return run();
        }
        finally
        {
            Environment.SetEnvironmentVariable("REPLAYKIT_SEED", null);
            Environment.SetEnvironmentVariable("REPLAYKIT_SCHEDULES", null);
        }
    }
}
