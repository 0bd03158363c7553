using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Search;

namespace Control.Tests;

/// <summary>Schedules around one schedule: all of them, each once, and so many swaps away as they are.</summary>
internal sealed class SwapTreeTests
{
    private const int YieldCount = 3;

    private static Task TwoOperations(Replay replay) => replay.RunAsync(YieldAsync, YieldAsync);

    private static async Task YieldAsync()
    {
        for (var i = 0; i < YieldCount; i++) await Task.Yield();
    }

    // Merges of two sequences of four by the pairs that are the other way round: the coefficients of the Gaussian binomial (8 over 4), 1 1 2 3 5 5 7 ...
    [TestCase(0, 1)]
    [TestCase(1, 2)]
    [TestCase(2, 4)]
    [TestCase(3, 7)]
    [TestCase(4, 12)]
    [TestCase(5, 17)]
    [TestCase(6, 24)]
    [TestCase(16, 70)]
    public async Task Schedules_within_so_many_swaps_are_counted_exactly(int swaps, int schedules)
    {
        var first = await ScheduleAsync(TwoOperations, Strategy.Dfs);
        var around = await ExploreAsync(TwoOperations, Strategy.Around(first, swaps));
        Assert.That(around.IsExhausted);
        Assert.That(around.Schedules, Is.EqualTo(schedules));
        Assert.That(around.DistinctInterleavings, Is.EqualTo(schedules), "each once");
    }

    [Test]
    public async Task All_orders_of_seven_steps_are_5040()
    {
        var operations = Enumerable.Repeat<Func<Task>>(static () => Task.CompletedTask, 7).ToArray();
        Task Body(Replay replay) => replay.RunAsync(operations);
        var around = await ExploreAsync(Body, Strategy.Around(await ScheduleAsync(Body, Strategy.Random), int.MaxValue));
        Assert.That((around.Schedules, around.DistinctInterleavings, around.IsExhausted), Is.EqualTo((5040, 5040, true)));
    }

    private static async Task Locked(Replay replay)
    {
        using var gate = new SemaphoreSlim(1);
        async Task TakeAsync()
        {
            await gate.WaitAsync();
            await Task.Yield();
            gate.Release();
        }

        await replay.RunAsync(TakeAsync, TakeAsync, TakeAsync);
    }

    private static Task Deadlocking(Replay replay)
    {
        var (one, other) = (new Lock(), new Lock());
        Task TakeAsync(Lock first, Lock second) => Task.Run(() =>
        {
            lock (first)
            {
                lock (second)
                {
                }
            }
        });

        return replay.RunAsync(() => TakeAsync(one, other), () => TakeAsync(other, one));
    }

    private static async Task Sleeping(Replay replay)
    {
        await replay.RunAsync(static () => Task.Delay(1), static async () =>
        {
            await Task.Yield();
            await Task.Delay(2);
        });
    }

    private static IEnumerable<TestCaseData> Bodies =>
    [
        new TestCaseData((Func<Replay, Task>)Locked).SetArgDisplayNames("a lock that is waited for"),
        new TestCaseData((Func<Replay, Task>)Deadlocking).SetArgDisplayNames("a deadlock"),
        new TestCaseData((Func<Replay, Task>)Sleeping).SetArgDisplayNames("timers"),
    ];

    [TestCaseSource(nameof(Bodies))]
    public async Task All_swaps_are_all_schedules(Func<Replay, Task> body)
    {
        var all = await ExploreAsync(body, Strategy.Dfs);
        var around = await ExploreAsync(body, Strategy.Around(await ScheduleAsync(body, Strategy.Random), int.MaxValue));
        Assert.That(around.Fingerprints, Is.EquivalentTo(all.Fingerprints));
        Assert.That(around.Failures, Is.EqualTo(all.Failures));
    }

    [Test]
    public async Task Nearest_come_first()
    {
        var tree = new SwapTree();
        var distances = new List<int>();
        await ExploreAsync(TwoOperations, new Noting(tree, distances));
        Assert.That(distances, Is.Ordered);
        Assert.That(distances, Has.Count.EqualTo(70));
        Assert.That(distances[^1], Is.EqualTo(16));
    }

    [TestCase(2)]
    [TestCase(8)]
    public async Task Parts_have_nothing_in_common_and_are_the_whole(int count)
    {
        var whole = await OwnOfAsync(Shard.Whole);
        var parts = new List<List<ulong>>();
        for (var i = 1; i <= count; i++) parts.Add(await OwnOfAsync(new Shard(i, count)));
        Assert.That(parts.SelectMany(static part => part), Is.EquivalentTo(whole));
        Assert.That(whole, Is.Unique.And.Count.EqualTo(70));
        Assert.That(parts.Count(static part => part.Count > 0), Is.GreaterThan(1));
    }

    private static async Task<List<ulong>> OwnOfAsync(Shard shard)
    {
        var noting = new Noting(new SwapTree(new SwapOptions { Shard = shard }), []);
        await ExploreAsync(TwoOperations, noting);
        return noting.Own;
    }

    private static async Task Calls(Replay replay)
    {
        var shared = 0;
        async Task AddAsync(SemaphoreSlim own, SemaphoreSlim gate)
        {
            own.Wait();
            own.Release();
            gate.Wait();
            var read = shared;
            gate.Release();
            gate.Wait();
            shared = read + 1;
            gate.Release();
            await Task.CompletedTask;
        }

        using SemaphoreSlim gate = new(1), mine = new(1), theirs = new(1);
        await replay.RunAsync(() => AddAsync(mine, gate), () => AddAsync(theirs, gate));
        if (shared == 1) throw new InvalidOperationException("lost");
    }

    [Test]
    public async Task Sleep_sets_run_fewer_schedules_and_lose_no_outcome()
    {
        var all = await ExploreAsync(Calls, Strategy.Dfs);
        var few = await ExploreAsync(Calls, Strategy.SleepSets);
        Assert.Multiple(() =>
        {
            Assert.That(all.IsExhausted && few.IsExhausted);
            Assert.That(few.Schedules, Is.LessThan(all.Schedules * 2 / 3), $"of {all.Schedules}");
            // A schedule in which all that is enabled sleeps runs to its end, as one that ran before: those few are there twice.
            Assert.That(few.Fingerprints.Distinct(), Is.SubsetOf(all.Fingerprints));
            Assert.That(few.Failures, Is.GreaterThan(0).And.LessThan(few.Schedules));
        });
    }

    [Test]
    public async Task Sleep_sets_take_all_orders_of_steps_of_which_nothing_is_known()
    {
        var few = await ExploreAsync(TwoOperations, Strategy.SleepSets);
        Assert.That(few.DistinctInterleavings, Is.EqualTo(70));
    }

    [Test]
    public void Sleep_sets_within_a_bound_are_refused() =>
        Assert.That(() => new SwapTree(new SwapOptions { OnlyConflicts = true, SwapsMax = 2 }), Throws.ArgumentException);

    [Test]
    public async Task Deviation_that_is_not_enabled_has_drifted()
    {
        var tree = new SwapTree();
        var noting = new Noting(tree, []);
        await ExploreAsync(TwoOperations, noting, 1);
        Assert.That(tree.TryTake(out var candidate));
        var other = candidate! with { Deviations = [candidate.Deviations[0] with { Step = default }] };
        Assert.That(tree.Add(other, noting.Trace), Is.EqualTo(SwapResult.Drifted));
    }

    private static Task<ExplorationResult> ExploreAsync(Func<Replay, Task> body, Strategy strategy, int schedules = 100_000) =>
        Exploration.RunAsync(body, new ExplorationOptions { Strategy = strategy, Schedules = schedules, KeepsGoing = true });

    private static async Task<Schedule> ScheduleAsync(Func<Replay, Task> body, Strategy strategy)
    {
        Schedule? schedule = null;
        await Exploration.RunAsync(body, new ExplorationOptions { Schedules = 1, Strategy = strategy, Scheduled = made => schedule = made });
        return schedule!;
    }
}
