using NUnit.Framework;
using ReplayKit;

namespace Packages.Tests;

/// <summary>The one door: a use of a package comes to the same in each run with one seed, and nothing of it escapes.</summary>
internal static class Runs
{
    private const int RepeatCount = 20;

    public static async Task CheckAsync(Func<Task<string>> use, params string[] answers)
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        var one = await Exploration.RunAsync(async _ => seen.Add(await use()), new ExplorationOptions { Schedules = RepeatCount, IsSeedFixed = true, Seed = 7, KeepsGoing = true });
        Assert.That(one.FirstFailure?.Exception?.ToString() ?? one.FirstFailure?.Outcome.ToString(), Is.Null);
        Assert.That(one.Fingerprints.Distinct().Count(), Is.EqualTo(1), "fingerprints with one seed");
        Assert.That(one.Escaped.Select(static work => string.Join('\n', work.Stack)), Is.Empty);
        var many = await Exploration.RunAsync(async _ => seen.Add(await use()), new ExplorationOptions { Schedules = RepeatCount, KeepsGoing = true });
        Assert.That(many.FirstFailure?.Exception?.ToString() ?? many.FirstFailure?.Outcome.ToString(), Is.Null);
        Assert.That(seen, Is.EquivalentTo(answers));
    }
}
