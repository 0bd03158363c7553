using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;

namespace Shop.Tests;

/// <summary>Replays each incident many times. REPLAYKIT_REPLAYS sets how many.</summary>
public sealed class DeterminismTests
{
    private const int ReplayCountDefault = 100;
    private static readonly int ReplayCount =
        int.TryParse(Environment.GetEnvironmentVariable("REPLAYKIT_REPLAYS"), out var count) && count > 0 ? count : ReplayCountDefault;

    private static IEnumerable<TestCaseData> Cases()
    {
        yield return new TestCaseData(Incidents.Stampede, (Func<Replay, bool, Task>)Incidents.PriceIsFetchedOnce).SetArgDisplayNames("stampede");
        yield return new TestCaseData(Incidents.Oversold, (Func<Replay, bool, Task>)Incidents.NothingIsOversold).SetArgDisplayNames("oversold");
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Every_replay_on_the_build_with_the_bug_reproduces_it_in_one_interleaving(string path, Func<Replay, bool, Task> body)
    {
        var results = await ReplayAsync(path, replay => body(replay, false));
        Assert.Multiple(() =>
        {
            Assert.That(results.Select(static result => result.Outcome), Is.All.InstanceOf<RunOutcome.TestFailed>());
            Assert.That(results.Select(static result => result.Fingerprint).Distinct().Count(), Is.EqualTo(1));
            Assert.That(results.Select(static result => result.Fidelity), Is.All.EqualTo(1.0));
            Assert.That(results.Select(static result => result.Divergence), Is.All.Null);
            Assert.That(results.SelectMany(static result => result.Escaped).Select(static work => string.Join("\n", work.Stack)), Is.Empty);
            Assert.That(results[0].Constraints.Total, Is.GreaterThan(0));
        });
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Every_replay_on_the_corrected_build_passes_in_one_interleaving(string path, Func<Replay, bool, Task> body)
    {
        var results = await ReplayAsync(path, replay => body(replay, true));
        Assert.Multiple(() =>
        {
            Assert.That(results.Select(static result => result.Outcome), Is.All.InstanceOf<RunOutcome.Passed>());
            Assert.That(results.Select(static result => result.Fingerprint).Distinct().Count(), Is.EqualTo(1));
        });
    }

    private static async Task<List<ReplayResult>> ReplayAsync(string path, Func<Replay, Task> body)
    {
        var runner = IncidentRunner.Load(path);
        var results = new List<ReplayResult>(ReplayCount);
        for (var i = 0; i < ReplayCount; i++) results.Add((await runner.RunAsync(body)).Result);
        return results;
    }
}
