using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;

namespace Shop.Tests;

/// <summary>Searches around the recorded order. Each candidate is a run of the real service.</summary>
public sealed class SearchTests
{
    [Test]
    public async Task What_the_recorded_order_does_not_show_is_found_within_the_budget()
    {
        var searched = await SearchAsync();
        Assert.Multiple(() =>
        {
            Assert.That(searched.Run.Result.Outcome, Is.InstanceOf<RunOutcome.TestFailed>());
            Assert.That(searched.Run.Result.Attempt, Is.GreaterThan(1).And.EqualTo(searched.Attempts));
            Assert.That(searched.Run.Result.ScheduleDescription, Does.Contain("swap").Or.Contain("by chance"));
            Assert.That(searched.Run.Result.Fidelity, Is.LessThan(1));
        });
    }

    [Test]
    public async Task Search_that_finds_nothing_answers_with_the_recorded_order()
    {
        var searched = await IncidentRunner.Load(Incidents.Oversold).SearchAsync(
            static replay => Incidents.NothingIsOversold(replay, isFixed: true), new SearchBudget(30), static run => run.Failure is not null);
        Assert.Multiple(() =>
        {
            Assert.That((searched.Attempts, searched.Coverage.IsComplete), Is.EqualTo((30, false)));
            Assert.That(searched.Run.Result.Attempt, Is.EqualTo(1));
            Assert.That(searched.Run.Result.Outcome, Is.InstanceOf<RunOutcome.Passed>());
        });
    }

    [Test]
    public async Task Search_ends_at_its_limit_of_time_and_says_what_did_not_run()
    {
        var searched = await IncidentRunner.Load(Incidents.Oversold).SearchAsync(
            static replay => Incidents.NothingIsOversold(replay, isFixed: true), new SearchBudget(100) { TimeLimit = TimeSpan.FromTicks(1) }, static _ => false);
        Assert.Multiple(() =>
        {
            Assert.That(searched.Attempts, Is.EqualTo(1));
            Assert.That(searched.Coverage.IsExhausted, Is.False);
            Assert.That(searched.Coverage.NotCovered.Single().Reason, Does.StartWith("Schedules that did not run: the limit of 0 seconds was reached."));
        });
    }

    [Test]
    public async Task Search_with_one_seed_goes_the_same_way_each_time()
    {
        var first = await SearchAsync();
        for (var i = 0; i < 5; i++)
        {
            var again = await SearchAsync();
            Assert.That(again.Attempts, Is.EqualTo(first.Attempts));
            Assert.That(again.Run.Result.Fingerprint, Is.EqualTo(first.Run.Result.Fingerprint));
        }
    }

    // With the corrected service the first of the two orders gets the last piece; in the recorded order that is the first request.
    private static Task<SearchedIncident> SearchAsync() => IncidentRunner.Load(Incidents.Oversold).SearchAsync(
        static async replay =>
        {
            await using var app = replay.HostShop(isFixed: true);
            await replay.RunAsync();
            Assert.That(replay.Responses[0].Status, Is.EqualTo(201));
        },
        new SearchBudget(30),
        static run => run.Failure is not null);
}
