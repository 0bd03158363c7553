using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;

namespace Control.Tests;

internal sealed class StrategyTests
{
    // Two operations of four steps each that only interleave: a start, and three resumptions.
    private const int YieldCount = 3;

    private static async Task TwoOperations(Replay replay) => await replay.RunAsync(YieldAsync, YieldAsync);

    private static async Task YieldAsync()
    {
        for (var i = 0; i < YieldCount; i++) await Task.Yield();
    }

    [Test]
    public async Task Dfs_runs_each_interleaving_once_and_says_that_it_is_through()
    {
        var result = await Exploration.RunAsync(TwoOperations, Through(Strategy.Dfs));
        Assert.That(result.IsExhausted);
        Assert.That(result.DistinctInterleavings, Is.EqualTo(result.Schedules));
        // 8 choose 4: every merge of the two operations' steps.
        Assert.That(result.Schedules, Is.EqualTo(70));
    }

    [TestCase(0, 1)]
    [TestCase(1, 5)]
    public async Task Delay_bounding_runs_what_so_many_delays_make(int delays, int schedules)
    {
        var result = await Exploration.RunAsync(TwoOperations, Through(Strategy.DelayBounded(delays)));
        Assert.That(result.IsExhausted);
        Assert.That(result.Schedules, Is.EqualTo(schedules));
        Assert.That(result.DistinctInterleavings, Is.EqualTo(schedules));
    }

    [Test]
    public async Task Neighbourhood_of_any_distance_holds_every_interleaving()
    {
        var all = await Exploration.RunAsync(TwoOperations, Through(Strategy.Dfs));
        var around = await Exploration.RunAsync(TwoOperations, Through(Strategy.Around(await AnyScheduleAsync(TwoOperations), int.MaxValue)));
        Assert.That(around.IsExhausted);
        Assert.That(around.Fingerprints, Is.EquivalentTo(all.Fingerprints));
    }

    [Test]
    public async Task Neighbourhood_of_one_swap_holds_the_schedule_and_what_one_swap_makes()
    {
        var middle = await AnyScheduleAsync(TwoOperations);
        var around = await Exploration.RunAsync(TwoOperations, Through(Strategy.Around(middle, 1)));
        // Each place where one operation follows the other is one swap.
        var switches = middle.Steps.Zip(middle.Steps.Skip(1)).Count(static pair => OperationOf(pair.First) != OperationOf(pair.Second) && OperationOf(pair.First) != 1 && OperationOf(pair.Second) != 1);
        Assert.That(around.Schedules, Is.EqualTo(1 + switches));
        Assert.That(around.DistinctInterleavings, Is.EqualTo(around.Schedules));
    }

    private static IEnumerable<Strategy> Searching => [Strategy.Random, Strategy.Pos, Strategy.Pct(2), Strategy.Dfs, Strategy.DelayBounded(2)];

    [TestCaseSource(nameof(Searching))]
    public async Task Strategy_finds_a_lost_update(Strategy strategy)
    {
        // The chance that random misses it: one of three orders of the inner steps keeps both, so (1/3)^1000.
        var result = await Exploration.RunAsync(LoseUpdate, new ExplorationOptions { Strategy = strategy });
        Assert.That(result.FirstFailure?.Outcome, Is.InstanceOf<RunOutcome.TestFailed>());
        Assert.That(result.FirstFailure!.Exception!.Message, Is.EqualTo("lost"));
        var again = await Exploration.RunAsync(LoseUpdate, new ExplorationOptions { Pinned = result.FirstFailure.Pinned });
        Assert.That(again.FirstFailure?.Exception?.Message, Is.EqualTo("lost"));
        Assert.That(again.Fingerprints[0], Is.EqualTo(result.Fingerprints[^1]));
    }

    [Test]
    public async Task Pinned_schedule_of_other_code_diverges_and_says_where()
    {
        var pinned = await AnyScheduleAsync(LoseUpdate);
        var result = await Exploration.RunAsync(TwoOperations, new ExplorationOptions { Pinned = pinned });
        var diverged = (RunOutcome.Diverged)result.FirstFailure!.Outcome;
        Assert.That(diverged.Divergence.Expected, Is.Not.Empty);
        Assert.That(diverged.Divergence.Actual, Is.Not.Empty);
    }

    private static async Task LoseUpdate(Replay replay)
    {
        var count = 0;
        async Task AddAsync()
        {
            var read = count;
            await Task.Yield();
            count = read + 1;
        }

        await replay.RunAsync(AddAsync, AddAsync);
        if (count != 2) throw new InvalidOperationException("lost");
    }

    private static async Task<Schedule> AnyScheduleAsync(Func<Replay, Task> body)
    {
        Schedule? schedule = null;
        await Exploration.RunAsync(body, new ExplorationOptions { Schedules = 1, Scheduled = made => schedule = made });
        return schedule!;
    }

    private static ExplorationOptions Through(Strategy strategy) => new() { Strategy = strategy, Schedules = 100_000, KeepsGoing = true };

    private static int OperationOf(ScheduledStep step) => step.Operation;
}
