using System.Diagnostics;
using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>Woven code's timers and stopwatches where nothing controls them: the real ones.</summary>
[TestFixture(false)]
[TestFixture(true)]
internal sealed class TimerHarmlessTests(bool isInstalledElsewhere)
{
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
    public async Task Timer_ticks_and_ends()
    {
        var ticks = new SemaphoreSlim(0);
        void Tick(object? state) => ticks.Release();
        var timers = new[]
        {
            TimerHooks.Create(Tick, null, 1, Timeout.Infinite), TimerHooks.Create(Tick, null, 1L, Timeout.Infinite), TimerHooks.Create(Tick, null, 1u, uint.MaxValue),
            TimerHooks.Create(Tick, null, TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan), TimerHooks.Create(Tick),
        };
        Assert.That(TimerHooks.Change(timers[4], 1, Timeout.Infinite));
        for (var i = 0; i < timers.Length; i++) await ticks.WaitAsync();

        Assert.That(TimerHooks.Change(timers[0], TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan));
        await ticks.WaitAsync();
        foreach (var timer in timers) TimerHooks.Dispose(timer);
        await TimerHooks.DisposeAsync(timers[0]);
        using var quiet = new ManualResetEvent(false);
        Assert.That(TimerHooks.Dispose(timers[1], quiet), Is.False);
        Assert.That(TimerHooks.ActiveCount, Is.GreaterThanOrEqualTo(0));
    }

    [Test]
    public void Timer_out_of_range_is_refused()
    {
        Assert.That(static () => TimerHooks.Create(static _ => { }, null, -2, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(static () => TimerHooks.Create(null!), Throws.ArgumentNullException);
        using var timer = TimerHooks.Create(static _ => { });
        Assert.That(() => TimerHooks.Change(timer, 0L, -2L), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task SystemTimer_raises_its_event()
    {
        using var timer = new System.Timers.Timer();
        var raised = new TaskCompletionSource();
        timer.Elapsed += (_, _) => raised.TrySetResult();
        SystemTimerHooks.SetInterval(timer, 1);
        SystemTimerHooks.SetAutoReset(timer, false);
        SystemTimerHooks.Start(timer);
        await raised.Task;

        SystemTimerHooks.SetEnabled(timer, true);
        SystemTimerHooks.Stop(timer);
        Assert.That(SystemTimerHooks.Enabled(timer), Is.False);
        SystemTimerHooks.Close(timer);
    }

    [Test]
    public async Task PeriodicTimer_ticks()
    {
        using var timer = PeriodicTimerHooks.Create(TimeSpan.FromMilliseconds(1));
        Assert.That(await timer.WaitForNextTickAsync());
        Assert.That(static () => PeriodicTimerHooks.Create(TimeSpan.Zero), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(static () => PeriodicTimerHooks.Create(TimeSpan.FromSeconds(1), null!), Throws.ArgumentNullException);
    }

    [Test]
    public void Stopwatch_measures_real_time()
    {
        var watch = StopwatchHooks.StartNew();
        Thread.Sleep(2);
        StopwatchHooks.Stop(watch);

        Assert.That(StopwatchHooks.IsRunning(watch), Is.False);
        Assert.That(StopwatchHooks.Elapsed(watch), Is.EqualTo(watch.Elapsed).And.GreaterThan(TimeSpan.Zero));
        Assert.That((StopwatchHooks.ElapsedTicks(watch), StopwatchHooks.ElapsedMilliseconds(watch)), Is.EqualTo((watch.ElapsedTicks, watch.ElapsedMilliseconds)));
        StopwatchHooks.Restart(watch);
        Assert.That(watch.IsRunning);
        StopwatchHooks.Reset(watch);
        StopwatchHooks.Start(watch);
        Assert.That(StopwatchHooks.IsRunning(watch) && Stopwatch.IsHighResolution);
    }

    [Test]
    public async Task Extensions_of_a_provider_do_what_they_say()
    {
        await TimeProviderTaskHooks.Delay(TimeProvider.System, TimeSpan.FromMilliseconds(1), CancellationToken.None);
        using var source = TimeProviderTaskHooks.CreateCancellationTokenSource(TimeProvider.System, TimeSpan.FromMilliseconds(1));
        await Assert.CatchAsync<OperationCanceledException>(async () => await Task.Delay(Timeout.Infinite, source.Token));
        var never = new TaskCompletionSource<int>().Task;
        await Assert.CatchAsync<TimeoutException>(async () => await TimeProviderTaskHooks.WaitAsync(never, TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None, "site"));
        await Assert.CatchAsync<TimeoutException>(async () => await TimeProviderTaskHooks.WaitAsync((Task)never, TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None, "site"));
    }
}
