using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Search;
using ReplayKit.TraceFormat.Wire;

namespace Shop.Tests;

/// <summary>Incidents made smaller. Each candidate is a run of the real service.</summary>
public sealed class MinimiseTests
{
    private const int ReplayCountMax = 50;
    private const int SwitchCountMax = 3;

    private static IEnumerable<TestCaseData> Cases()
    {
        yield return new TestCaseData(Incidents.Stampede, (Func<Replay, bool, Task>)Incidents.PriceIsFetchedOnce).SetArgDisplayNames("stampede");
        yield return new TestCaseData(Incidents.Oversold, (Func<Replay, bool, Task>)Incidents.NothingIsOversold).SetArgDisplayNames("oversold");
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Minimised_incident_has_two_requests_and_few_switches_and_fails_in_the_same_way(string path, Func<Replay, bool, Task> body)
    {
        using var copy = new IncidentCopy(path);
        var runner = IncidentRunner.Load(copy.PathOf(path));
        var failing = await runner.RunAsync(replay => body(replay, false));
        var told = new List<(int Replays, MinimisedSize Size)>();
        var minimised = await runner.MinimiseAsync(replay => body(replay, false), failing, progress: (replays, size) => told.Add((replays, size)));
        var folder = runner.SaveMinimised(minimised);
        TestContext.Out.WriteLine($"{minimised.Replays} replays: {minimised.Before} became {minimised.After}");
        Assert.Multiple(() =>
        {
            Assert.That(minimised.IsComplete, Is.True);
            // The one that it began with, and the one that checks what was written.
            Assert.That(minimised.Replays + 2, Is.LessThanOrEqualTo(ReplayCountMax));
            Assert.That(minimised.After.Requests, Is.EqualTo(2));
            Assert.That(minimised.After.Switches, Is.LessThanOrEqualTo(SwitchCountMax).And.LessThanOrEqualTo(minimised.Before.Switches));
            Assert.That(minimised.Run.Result.Outcome, Is.InstanceOf<RunOutcome.TestFailed>());
            Assert.That(told.Select(static one => one.Replays), Is.EqualTo(Enumerable.Range(1, minimised.Replays)));
            Assert.That(told[^1].Size, Is.EqualTo(minimised.After));
            Assert.That(folder, Is.EqualTo(copy.PathOf(path) + ".min"));
        });
        await CheckKeptAsync(folder, minimised, replay => body(replay, false));
        Assert.That(File.Exists(Path.Combine(copy.PathOf(path), IncidentFolder.ScheduleFileName)), Is.False, "the larger one is as it was");
    }

    [Test]
    public async Task Minimising_with_too_few_replays_keeps_what_it_has_and_says_so()
    {
        using var copy = new IncidentCopy(Incidents.Stampede);
        var runner = IncidentRunner.Load(copy.PathOf(Incidents.Stampede));
        var failing = await runner.RunAsync(static replay => Incidents.PriceIsFetchedOnce(replay, isFixed: false));
        var minimised = await runner.MinimiseAsync(static replay => Incidents.PriceIsFetchedOnce(replay, isFixed: false), failing, replays: 3);
        Assert.That(minimised.Replays, Is.EqualTo(3));
        Assert.That(minimised.IsComplete, Is.False);
        Assert.That(minimised.Run.Result.Outcome, Is.InstanceOf<RunOutcome.TestFailed>());
    }

    private static async Task CheckKeptAsync(string folder, MinimisedIncident minimised, Func<Replay, Task> body)
    {
        var (incident, recording) = IncidentFolder.Load(folder);
        Assert.That(incident.Requests, Has.Length.EqualTo(minimised.After.Requests));
        Assert.That(recording.Events, Is.Not.Empty);
        var runner = IncidentRunner.Load(folder);
        for (var i = 0; i < 10; i++)
        {
            var again = await runner.SearchAsync(body, new SearchBudget(10), static run => run.Failure is not null);
            Assert.That(again.Attempts, Is.EqualTo(1));
            Assert.That(again.Run.Result.Pin, Is.EqualTo(PinUse.Exact), again.Run.Result.Divergence?.ToString());
            Assert.That(again.Run.Result.Outcome, Is.InstanceOf<RunOutcome.TestFailed>());
            Assert.That(again.Run.Result.Fingerprint, Is.EqualTo(minimised.Run.Result.Fingerprint));
        }
    }
}
