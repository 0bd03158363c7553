using System.Globalization;
using NUnit.Framework;
using ReplayKit;

namespace WebHost.Tests;

/// <summary>One seed is one run: the same steps, and the same responses.</summary>
public sealed class DeterminismTests
{
    private const string RunsVariable = "REPLAYKIT_DETERMINISM_RUNS";
    private const int RunsByDefault = 50;

    private static int Runs => int.TryParse(Environment.GetEnvironmentVariable(RunsVariable), CultureInfo.InvariantCulture, out var runs) ? runs : RunsByDefault;

    [Test]
    public async Task Everything_at_once_runs_the_same_with_one_seed([Values(1UL, 2UL, 3UL)] ulong seed)
    {
        var answers = new HashSet<string>(StringComparer.Ordinal);
        var result = await Exploration.RunAsync(
            async replay =>
            {
                var answer = await Traffic.RunAsync(replay);
                answers.Add(answer);
            },
            new ExplorationOptions { Schedules = Runs, Seed = seed, IsSeedFixed = true, KeepsGoing = true });
        Assert.That(result.FirstFailure?.Exception, Is.Null);
        Assert.That(result.FirstFailure, Is.Null);
        Assert.That(result.Escaped.Select(static work => string.Join(" < ", work.Stack)), Is.Empty);
        Assert.That(result.Schedules, Is.EqualTo(Runs));
        Assert.That(result.Fingerprints.Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers, Has.Count.EqualTo(1), () => string.Join("\n\n", answers));
    }

    [Test]
    public async Task Everything_at_once_runs_the_same_twice_with_any_seed()
    {
        var result = await Exploration.RunAsync(Traffic.RunAsync, new ExplorationOptions { Schedules = Runs, RunsTwice = true });
        Assert.That(result.FirstFailure?.Outcome, Is.Null);
        Assert.That(result.Escaped.Select(static work => string.Join(" < ", work.Stack)), Is.Empty);
        Assert.That(result.DistinctInterleavings, Is.EqualTo(Runs));
    }
}
