using Controlled.Statics;
using NUnit.Framework;
using ReplayKit;

namespace Control.Tests;

/// <summary>Each schedule begins with the static fields of woven code as they were when the exploration began.</summary>
[NonParallelizable]
internal sealed class FreshStaticsTests
{
    private const int ScheduleCount = 20;

    [Test]
    public async Task Type_that_a_schedule_initialises_is_initialised_again_in_the_next()
    {
        var result = await ExploreAsync(FirstUsedInside.UseAsync, "1 1 True True 1");
        Assert.That(result.LeakedStatics, Is.Empty);
    }

    [Test]
    public async Task Generic_type_is_made_fresh_in_each_of_its_instances() =>
        await ExploreAsync(() => Task.FromResult($"{GenericCounters.Next<int>()} {GenericCounters.Next<int>()} {GenericCounters.Next<string>()}"), "1 2 1");

    [Test]
    public async Task Value_from_before_the_exploration_is_put_back()
    {
        SetUpBefore.Limit = 7;
        SetUpBefore.Name = "before";
        await ExploreAsync(
            () =>
            {
                var text = $"{SetUpBefore.Limit++} {SetUpBefore.Name}";
                SetUpBefore.Name = "inside";
                return Task.FromResult(text);
            },
            "7 before");
    }

    [Test]
    public async Task Object_from_before_the_exploration_that_a_schedule_changes_is_reported()
    {
        SetUpBefore.Orders.Clear();
        var result = await ExploreAsync(
            () =>
            {
                SetUpBefore.Orders["a"] = 1;
                return Task.FromResult("done");
            },
            "done");
        Assert.That(result.LeakedStatics, Is.EqualTo(new[] { "Controlled.Statics.SetUpBefore.Orders" }));
    }

    [Test]
    public async Task Field_of_each_thread_is_fresh_on_the_threads_of_each_schedule() =>
        await ExploreAsync(async () => $"{PerThread.Next()} {await Task.Run(PerThread.AfterABlock)}", "1 True");

    [Test]
    public async Task Statics_are_kept_where_that_is_asked_for()
    {
        var answers = new List<string>();
        await Exploration.RunAsync(
            _ =>
            {
                answers.Add($"{KeptCounter.Next()}");
                return Task.CompletedTask;
            },
            new ExplorationOptions { Schedules = 3, KeepsStatics = true });
        Assert.That(answers, Is.EqualTo(new[] { "1", "2", "3" }));
    }

    private static async Task<ExplorationResult> ExploreAsync(Func<Task<string>> program, string expected)
    {
        var answers = new List<string>();
        var result = await Exploration.RunAsync(
            async _ => answers.Add(await program()), new ExplorationOptions { Schedules = ScheduleCount, IsSeedFixed = true, MemoryPoints = MemoryPoints.Fields });
        Assert.That(result.FirstFailure, Is.Null);
        Assert.That(answers, Has.Count.EqualTo(ScheduleCount));
        Assert.That(answers.Distinct(), Is.EqualTo(new[] { expected }));
        Assert.That(result.Fingerprints.Distinct().Count(), Is.EqualTo(1));
        return result;
    }
}
