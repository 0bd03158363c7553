using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>Woven code's threads and thread pool where nothing controls them: the real ones.</summary>
[TestFixture(false)]
[TestFixture(true)]
internal sealed class ThreadHarmlessTests(bool isInstalledElsewhere)
{
    private const string Site = "";
    private readonly RecordingControl _elsewhere = new() { IsInControl = false };
    private IDisposable? _installed;

    [SetUp]
    public void Install() => _installed = isInstalledElsewhere ? Control.Install(_elsewhere) : null;

    [TearDown]
    public void Uninstall()
    {
        _installed?.Dispose();
        Assert.That(_elsewhere.Calls, Is.Empty);
    }

    [Test]
    public void Thread_in_each_form_runs()
    {
        var count = 0;
        void Add() => Interlocked.Increment(ref count);
        var plain = new[] { ThreadHooks.Create(Add), ThreadHooks.Create(Add, 1 << 18) };
        var given = new[] { ThreadHooks.Create(_ => Add()), ThreadHooks.Create(_ => Add(), 1 << 18) };
        ThreadHooks.Start(plain[0], Site);
        ThreadHooks.UnsafeStart(plain[1], Site);
        ThreadHooks.Start(given[0], "x", Site);
        ThreadHooks.UnsafeStart(given[1], "x", Site);
        ThreadHooks.Join(plain[0], Site);
        Assert.That(ThreadHooks.Join(plain[1], Timeout.Infinite, Site) && ThreadHooks.Join(given[0], Timeout.InfiniteTimeSpan, Site) && ThreadHooks.Join(given[1], -1, Site));

        Assert.That(count, Is.EqualTo(4));
        Assert.That((ThreadFactHooks.IsAlive(plain[0], Site), ThreadFactHooks.ThreadState(plain[0], Site)), Is.EqualTo((false, ThreadState.Stopped)));
    }

    [Test]
    public void Facts_are_the_real_ones()
    {
        var thread = Thread.CurrentThread;
        Assert.That((ThreadFactHooks.CurrentManagedThreadId, ThreadFactHooks.ManagedThreadId(thread)), Is.EqualTo((thread.ManagedThreadId, thread.ManagedThreadId)));
        Assert.That((ThreadFactHooks.Name(thread), ThreadFactHooks.IsThreadPoolThread(thread)), Is.EqualTo((thread.Name, thread.IsThreadPoolThread)));
        Assert.That(ThreadFactHooks.CurrentThread, Is.SameAs(thread));
        Assert.That((ThreadFactHooks.CurrentCulture(thread), ThreadFactHooks.CurrentUICulture(thread)), Is.EqualTo((thread.CurrentCulture, thread.CurrentUICulture)));
        ThreadFactHooks.SetCurrentCulture(thread, thread.CurrentCulture);
        ThreadFactHooks.SetCurrentUICulture(thread, thread.CurrentUICulture);
        ThreadHooks.Sleep(0, Site);
        ThreadHooks.Sleep(TimeSpan.Zero, Site);
        ThreadHooks.Yield(Site);
        ThreadHooks.SpinWait(1, Site);
        Assert.That(static () => ThreadHooks.Sleep(-2, Site), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Values_of_a_thread_are_the_real_ones()
    {
        using var local = new ThreadLocal<int>(static () => 3, trackAllValues: true);
        Assert.That(ThreadLocalHooks.IsValueCreated(local), Is.False);
        Assert.That(ThreadLocalHooks.Value(local), Is.EqualTo(3));
        ThreadLocalHooks.SetValue(local, 4);
        Assert.That((local.Value, ThreadLocalHooks.Values(local)[0]), Is.EqualTo((4, 4)));
        var slot = Thread.AllocateDataSlot();
        DataSlotHooks.SetData(slot, "x");
        Assert.That((Thread.GetData(slot), DataSlotHooks.GetData(slot)), Is.EqualTo(("x", "x")));
        var flag = 1;
        ThreadVolatileHooks.VolatileWrite(ref flag, 2, Site);
        Assert.That(ThreadVolatileHooks.VolatileRead(ref flag, Site), Is.EqualTo(2));
    }

    [Test]
    public async Task Work_items_run_on_the_pool()
    {
        var ran = new SemaphoreSlim(0);
        ThreadPoolHooks.QueueUserWorkItem(_ => ran.Release(), Site);
        ThreadPoolHooks.QueueUserWorkItem(_ => ran.Release(), null, Site);
        ThreadPoolHooks.QueueUserWorkItem(static ran => ran.Release(), ran, false, Site);
        ThreadPoolHooks.UnsafeQueueUserWorkItem(_ => ran.Release(), null, Site);
        ThreadPoolHooks.UnsafeQueueUserWorkItem(static ran => ran.Release(), ran, false, Site);
        using var signal = new AutoResetEvent(true);
        var registered = ThreadPoolHooks.RegisterWaitForSingleObject(signal, (_, _) => ran.Release(), null, -1, true);
        for (var i = 0; i < 6; i++) await ran.WaitAsync();

        ThreadPoolHooks.Unregister(registered, null);
        ThreadPoolHooks.GetMinThreads(out var min, out _);
        ThreadPoolHooks.GetMaxThreads(out var max, out _);
        Assert.That((min, max), Is.EqualTo((MinThreads(), MaxThreads())));
        Assert.That(ThreadPoolHooks.ThreadCount, Is.GreaterThan(0));
    }

    private static int MinThreads()
    {
        ThreadPool.GetMinThreads(out var count, out _);
        return count;
    }

    private static int MaxThreads()
    {
        ThreadPool.GetMaxThreads(out var count, out _);
        return count;
    }
}
