using NUnit.Framework;
using ReplayKit;

namespace FailingFixtures;

/// <summary>Bodies that are explored: right ones, and wrong ones that some schedule shows.</summary>
public sealed class ExploredFixture
{
    private readonly object _left = new();
    private readonly object _right = new();
    private int _count;

    [Explore(Schedules = 100)]
    public async Task Loses_an_update(Replay replay)
    {
        await replay.RunAsync(AddAsync, AddAsync);
        Assert.That(_count, Is.EqualTo(2));
    }

    [Explore(Schedules = 100, Strategy = "pct")]
    public Task Loses_an_update_by_priorities(Replay replay) => Loses_an_update(replay);

    [Explore(Schedules = 50, RunsTwice = true)]
    public async Task Keeps_every_update(Replay replay)
    {
        await replay.RunAsync(AddLockedAsync, AddLockedAsync, AddLockedAsync);
        Assert.That(_count, Is.EqualTo(3));
    }

    [Explore(Schedules = 200)]
    public Task Deadlocks(Replay replay) => replay.RunAsync(() => TakeAsync(_left, _right), () => TakeAsync(_right, _left));

    [Explore(Schedules = 10)]
    public void Body_that_blocks(Replay replay)
    {
        replay.RunAsync(AddLockedAsync, AddLockedAsync).Wait();
        Assert.That(_count, Is.EqualTo(2));
    }

    [Explore(Schedules = 10, RunsTwice = true)]
    public async Task Depends_on_more_than_its_schedule(Replay replay)
    {
        if (Outliving.Next("runs") % 2 == 1) await Task.Yield();
        await replay.RunAsync(AddAsync);
    }

    [Explore(Schedules = 5)]
    public async Task Hands_work_to_the_real_pool(Replay replay)
    {
        await replay.RunAsync(AddAsync);
        // By a way on which weaving does not see it.
        typeof(ThreadPool).GetMethod(nameof(ThreadPool.UnsafeQueueUserWorkItem), [typeof(WaitCallback), typeof(object)])!.Invoke(null, [new WaitCallback(static _ => { }), null]);
        Assert.Fail("on purpose");
    }

    [Explore(Schedules = 10)]
    public async Task Catches_what_an_assertion_threw(Replay replay)
    {
        await replay.RunAsync(AddAsync);
        try
        {
            Assert.That(_count, Is.EqualTo(5));
        }
        catch (AssertionException)
        {
            // The test is a failed one all the same.
        }
    }

    [Explore(Schedules = 10)]
    public async Task Fails_in_several_ways(Replay replay)
    {
        await replay.RunAsync(AddAsync);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_count, Is.EqualTo(5));
            Assert.That(_count, Is.EqualTo(6));
        }
    }

    [Explore(Schedules = 10)]
    public async Task Asserts_in_an_operation(Replay replay) =>
        await replay.RunAsync(async () =>
        {
            await Task.Yield();
            Assert.That(_count, Is.EqualTo(5), "in the operation");
        });

    [Explore(Schedules = 10)]
    public async Task Never_ends(Replay replay)
    {
        while (replay.IsExploring) await Task.Yield();
    }

    private async Task AddAsync()
    {
        var seen = _count;
        await Task.Yield();
        _count = seen + 1;
    }

    private Task AddLockedAsync()
    {
        lock (_left)
        {
            _count++;
        }

        return Task.CompletedTask;
    }

    private static Task TakeAsync(object first, object second)
    {
        Monitor.Enter(first);
        Monitor.Enter(second);
        Monitor.Exit(second);
        Monitor.Exit(first);
        return Task.CompletedTask;
    }
}
