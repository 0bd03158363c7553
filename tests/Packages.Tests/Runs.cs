using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Execution;

namespace Packages.Tests;

/// <summary>The one door: a use of a package comes to the same in each run with one seed, and nothing of it escapes.</summary>
internal static class Runs
{
    private const int RepeatCount = 20;

    /// <summary>A server has its time to answer on a busy machine.</summary>
    public static LoopOptions Bounds { get; } = new() { StepCountMax = 100_000, ReplyLimit = TimeSpan.FromMilliseconds(200) };

    /// <summary>Checks a use that comes to these answers, and to no other, in all its schedules.</summary>
    public static async Task CheckAsync(Func<Task<string>> use, params string[] answers) =>
        Assert.That(await SeenAsync(use, RepeatCount), Is.EquivalentTo(answers));

    /// <summary>What a use comes to in this many schedules; each of them with one seed is one and the same.</summary>
    public static async Task<IReadOnlyCollection<string>> SeenAsync(Func<Task<string>> use, int schedules, int repeats = RepeatCount)
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        var one = await Exploration.RunAsync(async _ => seen.Add(await use()), new ExplorationOptions { Schedules = repeats + 1, IsSeedFixed = true, Seed = 7, KeepsGoing = true, Bounds = Bounds });
        Assert.That(FailureOf(one), Is.Null);
        // Not the first: types are initialised in the middle of its steps, and static fields are fresh from the second on.
        if (one.Fingerprints.Skip(1).Distinct().Count() > 1) Assert.Fail($"Several runs with one seed: {string.Join(' ', one.Fingerprints.Select(static print => print[..4]))} {await Points.FirstDifferenceAsync(use, repeats)}");
        Assert.That(one.Escaped.Select(static work => string.Join('\n', work.Stack)), Is.Empty);
        var many = await Exploration.RunAsync(async _ => seen.Add(await use()), new ExplorationOptions { Schedules = schedules, KeepsGoing = true, Bounds = Bounds });
        Assert.That(FailureOf(many), Is.Null);
        return seen;
    }

    private static string? FailureOf(ExplorationResult result) => result.FirstFailure?.Exception?.ToString() ?? result.FirstFailure?.Outcome.ToString();
}
