using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Search;
using ReplayKit.TraceFormat.Wire;

namespace Shop.Tests;

/// <summary>Schedules that are kept with their incident.</summary>
public sealed class PinTests
{
    private const int ReplayCount = 25;

    private static IEnumerable<TestCaseData> Cases()
    {
        yield return new TestCaseData(Incidents.Stampede, (Func<Replay, bool, Task>)Incidents.PriceIsFetchedOnce).SetArgDisplayNames("stampede");
        yield return new TestCaseData(Incidents.Oversold, (Func<Replay, bool, Task>)Incidents.NothingIsOversold).SetArgDisplayNames("oversold");
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Pinned_schedule_is_the_one_that_runs_and_runs_the_same_each_time(string path, Func<Replay, bool, Task> body)
    {
        using var copy = new IncidentCopy(path);
        var pinned = await PinAsync(copy.PathOf(path), replay => body(replay, false));
        var runner = IncidentRunner.Load(copy.PathOf(path));
        for (var i = 0; i < ReplayCount; i++)
        {
            var again = await runner.SearchAsync(replay => body(replay, false), new SearchBudget(10), static run => run.Failure is not null);
            Assert.That(again.Attempts, Is.EqualTo(1));
            Assert.That(again.Run.Result.Pin, Is.EqualTo(PinUse.Exact));
            Assert.That(again.Run.Result.Outcome, Is.InstanceOf<RunOutcome.TestFailed>());
            Assert.That(again.Run.Result.Fingerprint, Is.EqualTo(pinned.Result.Fingerprint));
        }
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Pinned_schedule_that_the_corrected_build_does_not_follow_is_re_anchored_and_searched_around(string path, Func<Replay, bool, Task> body)
    {
        using var copy = new IncidentCopy(path);
        await PinAsync(copy.PathOf(path), replay => body(replay, false));
        var pins = new List<PinUse>();
        var searched = await IncidentRunner.Load(copy.PathOf(path)).SearchAsync(replay => body(replay, true), new SearchBudget(6), run =>
        {
            pins.Add(run.Result.IsPinMisfit ? PinUse.None : run.Result.Pin);
            return run.Failure is not null && !run.Result.IsPinMisfit;
        });
        Assert.Multiple(() =>
        {
            Assert.That(pins.Take(3), Is.EqualTo(new[] { PinUse.None, PinUse.ReAnchored, PinUse.SearchedNearby }));
            Assert.That(searched.Run.Result.Outcome, Is.InstanceOf<RunOutcome.Passed>());
            Assert.That(searched.Run.Result.Pin, Is.EqualTo(PinUse.ReAnchored));
        });
    }

    [Test]
    public async Task Schedule_that_was_found_away_from_the_recorded_order_is_pinned_as_it_is()
    {
        using var copy = new IncidentCopy(Incidents.Oversold);
        var found = await PinAsync(copy.PathOf(Incidents.Oversold), FirstOrderGetsThePieceAsync);
        var again = await IncidentRunner.Load(copy.PathOf(Incidents.Oversold)).SearchAsync(FirstOrderGetsThePieceAsync, new SearchBudget(10), static run => run.Failure is not null);
        Assert.Multiple(() =>
        {
            Assert.That(found.Result.Attempt, Is.GreaterThan(1));
            Assert.That(again.Attempts, Is.EqualTo(1));
            Assert.That(again.Run.Result.Pin, Is.EqualTo(PinUse.Exact));
            Assert.That(again.Run.Result.Outcome, Is.InstanceOf<RunOutcome.TestFailed>());
            Assert.That(again.Run.Result.Fingerprint, Is.EqualTo(found.Result.Fingerprint));
        });
    }

    [Test]
    public async Task Pin_is_ignored_where_the_search_is_to_begin_with_the_recorded_order()
    {
        using var copy = new IncidentCopy(Incidents.Oversold);
        await PinAsync(copy.PathOf(Incidents.Oversold), FirstOrderGetsThePieceAsync);
        var searched = await IncidentRunner.Load(copy.PathOf(Incidents.Oversold)).SearchAsync(FirstOrderGetsThePieceAsync, new SearchBudget(1) { IgnoresPin = true }, static _ => true);
        Assert.That(searched.Run.Result.ScheduleDescription, Is.EqualTo("the recorded order"));
        Assert.That(searched.Run.Result.Pin, Is.EqualTo(PinUse.None));
    }

    [Test]
    public void Schedule_that_is_damaged_is_an_error_that_says_what_to_do()
    {
        using var copy = new IncidentCopy(Incidents.Stampede);
        File.WriteAllText(Path.Combine(copy.PathOf(Incidents.Stampede), IncidentFolder.ScheduleFileName), "{ \"tool\": ");
        Assert.That(
            () => IncidentRunner.Load(copy.PathOf(Incidents.Stampede)),
            Throws.InstanceOf<RecordingDamagedException>().With.Message.Contains("delete it and pin the incident again (REPLAYKIT_MODE=pin)"));
    }

    private static async Task<IncidentRun> PinAsync(string folder, Func<Replay, Task> body)
    {
        var runner = IncidentRunner.Load(folder);
        var searched = await runner.SearchAsync(body, new SearchBudget(30), static run => run.Failure is not null);
        Assert.That(searched.Run.Failure, Is.Not.Null, "there is a schedule to pin");
        runner.Pin(searched.Run);
        return searched.Run;
    }

    // With the corrected service the first of the two orders gets the last piece; in the recorded order that is the first request.
    private static async Task FirstOrderGetsThePieceAsync(Replay replay)
    {
        await using var app = replay.HostShop(isFixed: true);
        await replay.RunAsync();
        Assert.That(replay.Responses[0].Status, Is.EqualTo(201));
    }
}
