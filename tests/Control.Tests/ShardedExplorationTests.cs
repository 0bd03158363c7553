using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Search;

namespace Control.Tests;

/// <summary>Explorations that several machines share.</summary>
internal sealed class ShardedExplorationTests
{
    private const int PartCount = 8;

    private static IEnumerable<Strategy> BySeed => [Strategy.Random, Strategy.Pos, Strategy.Pct(2)];

    [TestCaseSource(nameof(BySeed))]
    public async Task Parts_are_the_whole_schedule_for_schedule(Strategy strategy)
    {
        var options = new ExplorationOptions { Strategy = strategy, Schedules = 101 };
        var whole = await Exploration.RunAsync(Body, options);
        var joined = new string[whole.Schedules];
        for (var part = 1; part <= PartCount; part++)
        {
            var result = await Exploration.RunAsync(Body, options with { Shard = new Shard(part, PartCount) });
            for (var i = 0; i < result.Schedules; i++) joined[(i * PartCount) + part - 1] = result.Fingerprints[i];
        }

        Assert.That(joined, Is.EqualTo(whole.Fingerprints));
    }

    [Test]
    public void Strategy_whose_schedules_follow_from_each_other_is_not_split() =>
        Assert.That(
            () => Exploration.RunAsync(Body, new ExplorationOptions { Strategy = Strategy.Dfs, Shard = new Shard(1, 2) }),
            Throws.TypeOf<ReplaySetupException>().With.Message.Contains("dfs follow from each other and cannot be split"));

    private static Task Body(Replay replay) => replay.RunAsync(YieldAsync, YieldAsync, YieldAsync);

    private static async Task YieldAsync()
    {
        await Task.Yield();
        await Task.Yield();
    }
}
