using System.Reflection;
using Controlled;
using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;

namespace Control.Tests;

/// <summary>A deadlock says who waits where, for what, and who took that where.</summary>
internal sealed class DeadlockTests
{
    private static IEnumerable<TestCaseData> Cycles =>
    [
        Cycle("MonitorPrograms.Locks_in_two_orders_block_each_other", "lock", "Monitor.Enter"),
        Cycle("LockPrograms.Locks_in_two_orders_block_each_other", "lock", "Lock.EnterScope"),
        Cycle("MutexPrograms.Mutexes_in_two_orders_block_each_other", "mutex", "WaitHandle.WaitOne"),
        Cycle("ReaderWriterLockSlimPrograms.Write_locks_in_two_orders_block_each_other", "write lock", "ReaderWriterLockSlim.EnterWriteLock"),
        Cycle("SpinLockPrograms.Spin_locks_in_two_orders_block_each_other", "spin lock", "SpinLock.Enter"),
    ];

    [TestCaseSource(nameof(Cycles))]
    public async Task Two_locks_in_two_orders_are_a_cycle(string program, string what, string call)
    {
        var waits = await WaitsOfAsync(program);

        var cycle = WaitWords.Cycles(waits).Single();
        Assert.That(cycle, Has.Count.EqualTo(2));
        for (var i = 0; i < 2; i++)
        {
            var (wait, other) = (cycle[i], cycle[1 - i]);
            Assert.That(wait.Holder, Is.EqualTo(other.Operation));
            Assert.That(wait.What, Is.EqualTo(what));
            Assert.That(wait.Call!.What, Is.EqualTo(call));
            Assert.That(wait.Call.File, Does.EndWith("Programs.cs"));
            Assert.That(wait.Call.Line, Is.GreaterThan(0));
            Assert.That(wait.HeldAt!.File, Is.EqualTo(other.Call!.File));
            Assert.That(wait.HeldAt.Line, Is.GreaterThan(0));
            Assert.That(wait.HeldAt, Is.Not.EqualTo(wait.Call));
        }

        var lines = WaitWords.Lines(waits);
        Assert.That(lines[0], Does.Match($@"^r\d+ holds {what} \(\w+\.cs:\d+\) and waits at \w+\.cs:\d+ for {what} held by r\d+ \(\w+\.cs:\d+\)$"));
        Assert.That(lines[1], Does.StartWith($"r{cycle[0].Holder} holds {what} ("));
    }

    [Test]
    public async Task Lock_that_nobody_gives_back_names_where_it_was_taken()
    {
        var waits = await WaitsOfAsync("LockPrograms.Lock_that_is_not_given_back_on_failure_blocks_the_next");

        var wait = waits.Single(static wait => wait.Call is not null);
        Assert.That(wait.What, Is.EqualTo("lock"));
        Assert.That(wait.HeldAt!.Line, Is.EqualTo(wait.Call!.Line));
        Assert.That(wait.Holder, Is.Not.EqualTo(wait.Operation));
        Assert.That(WaitWords.Cycles(waits), Is.Empty);
    }

    [Test]
    public async Task Signal_that_does_not_come_has_no_holder()
    {
        var waits = await WaitsOfAsync("MonitorPrograms.Pulse_before_the_wait_is_lost");

        var wait = waits.Single(static wait => wait.Call is not null);
        Assert.That((wait.What, wait.Call!.What, wait.Holder), Is.EqualTo(("pulse", "Monitor.Wait", default(int?))));
    }

    private static TestCaseData Cycle(string program, string what, string call) =>
        new TestCaseData(program, what, call).SetArgDisplayNames(program);

    private static async Task<IReadOnlyList<WaitingOperation>> WaitsOfAsync(string program)
    {
        var (type, method) = (program.Split('.')[0], program.Split('.')[1]);
        var body = typeof(ProgramAttribute).Assembly.GetType($"Controlled.Locks.{type}", throwOnError: true)!.GetMethod(method, BindingFlags.Static | BindingFlags.Public)!
            .CreateDelegate<Func<Task<string>>>();
        RunOutcome.Deadlocked? deadlock = null;
        await Exploration.RunAsync(
            async _ => await body(),
            new ExplorationOptions { Schedules = 200, KeepsGoing = true, Progress = (_, outcome) => deadlock ??= outcome as RunOutcome.Deadlocked });
        return deadlock!.Waits;
    }
}
