using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Outcome;

namespace Control.Tests;

/// <summary>The thread pool's model: how many workers it has, when it adds one, and in which order work starts.</summary>
internal sealed class PoolModelTests
{
    [Test]
    public async Task Pool_whose_workers_all_wait_for_it_is_a_deadlock_that_says_so()
    {
        var result = await ExploreAsync(new ThreadPoolModel { MinWorkers = 2, MaxWorkers = 2 }, static () => BlockAsync(2));

        Assert.That(result.FirstFailure?.Outcome, Is.InstanceOf<RunOutcome.Deadlocked>());
        Assert.That(((RunOutcome.Deadlocked)result.FirstFailure!.Outcome).BlockedWorkerCount, Is.EqualTo(2));
    }

    [Test]
    public async Task Deadlock_with_free_workers_blames_no_pool()
    {
        var result = await ExploreAsync(new ThreadPoolModel(), static async () => await new TaskCompletionSource().Task);

        Assert.That(((RunOutcome.Deadlocked)result.FirstFailure!.Outcome).BlockedWorkerCount, Is.Zero);
    }

    [Test]
    public async Task Starved_pool_adds_a_worker_per_interval()
    {
        var seen = new HashSet<double>();
        var result = await ExploreAsync(
            new ThreadPoolModel { MinWorkers = 2, InjectionInterval = TimeSpan.FromSeconds(1) },
            async () =>
            {
                var started = DateTime.UtcNow;
                await BlockAsync(3);
                seen.Add((DateTime.UtcNow - started).TotalSeconds);
            });

        // Three that block need a third worker for themselves or a fourth for what they wait for, unless one was done before the next began.
        Assert.That(result.FirstFailure, Is.Null);
        Assert.That(seen, Is.SupersetOf(new double[] { 0, 1, 2 }));
        Assert.That(seen, Is.All.LessThanOrEqualTo(2));
    }

    [Test]
    public async Task Default_pool_starves_nobody()
    {
        var result = await ExploreAsync(
            new ThreadPoolModel(),
            static async () =>
            {
                var started = DateTime.UtcNow;
                await BlockAsync(20);
                Assert.That(DateTime.UtcNow, Is.EqualTo(started));
            });

        Assert.That(result.FirstFailure, Is.Null);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Work_starts_in_the_order_of_the_queue_only_where_that_is_asked_for(bool isFifo)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await ExploreAsync(
            new ThreadPoolModel { IsFifo = isFifo },
            async () =>
            {
                var text = "";
                await Task.WhenAll(Task.Run(() => text += "a"), Task.Run(() => text += "b"), Task.Run(() => text += "c"));
                seen.Add(text);
            });

        Assert.That(seen, isFifo ? Is.EqualTo(["abc"]) : Has.Count.EqualTo(6));
    }

    private static Task BlockAsync(int count) => Task.WhenAll(Enumerable.Range(0, count).Select(static _ => Task.Run(static () => Task.Run(static () => 1).Result)));

    private static Task<ExplorationResult> ExploreAsync(ThreadPoolModel pool, Func<Task> body) =>
        Exploration.RunAsync(_ => body(), new ExplorationOptions { Schedules = 300, Bounds = new LoopOptions { Pool = pool } });
}
