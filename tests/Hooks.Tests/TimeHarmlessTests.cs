using System.Diagnostics;
using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>Woven code's clock and delays where nothing controls them: the real ones.</summary>
[TestFixture(false)]
[TestFixture(true)]
internal sealed class TimeHarmlessTests(bool isInstalledElsewhere)
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
    public async Task Delay_passes_at_least_as_long()
    {
        var start = Stopwatch.GetTimestamp();

        await TimeHooks.Delay(10);
        await TimeHooks.Delay(10, CancellationToken.None);
        await TimeHooks.Delay(TimeSpan.FromMilliseconds(10));
        await TimeHooks.Delay(TimeSpan.FromMilliseconds(10), CancellationToken.None);
        await TimeHooks.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        await TimeHooks.Delay(TimeSpan.FromMilliseconds(10), TimeHooks.System, CancellationToken.None);

        // The timer's clock is coarser than the stopwatch: half of it is proof enough.
        Assert.That(Stopwatch.GetElapsedTime(start), Is.GreaterThan(TimeSpan.FromMilliseconds(30)));
    }

    [Test]
    public void Delay_of_nothing_is_complete() => Assert.That(TimeHooks.Delay(0).IsCompletedSuccessfully && TimeHooks.Delay(TimeSpan.Zero).IsCompletedSuccessfully);

    [Test]
    public async Task Delay_for_ever_ends_when_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var delays = new[]
        {
            TimeHooks.Delay(Timeout.Infinite, cancellation.Token),
            TimeHooks.Delay(Timeout.InfiniteTimeSpan, cancellation.Token),
            TimeHooks.Delay(Timeout.InfiniteTimeSpan, TimeHooks.System, cancellation.Token),
        };
        Assert.That(delays.Select(static delay => delay.IsCompleted), Is.All.False);

        await cancellation.CancelAsync();

        foreach (var delay in delays)
        {
            var thrown = await Assert.CatchAsync<TaskCanceledException>(async () => await delay);
            Assert.That(thrown!.CancellationToken, Is.EqualTo(cancellation.Token));
        }
    }

    [Test]
    public void Delay_argument_out_of_range_is_refused()
    {
        Assert.That(static () => TimeHooks.Delay(-2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(static () => TimeHooks.Delay(TimeSpan.FromMilliseconds(-2)), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(static () => TimeHooks.Delay(TimeSpan.MaxValue), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(static () => TimeHooks.Delay(TimeSpan.FromMilliseconds(-2), TimeHooks.System), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Delay_without_a_provider_is_refused() =>
        Assert.That(static () => TimeHooks.Delay(TimeSpan.FromHours(1), null!), Throws.ArgumentNullException);

    [Test]
    public void Delay_on_a_provider_of_the_programs_own_asks_it()
    {
        var time = new ManualTime();

        var delay = TimeHooks.Delay(TimeSpan.FromSeconds(5), time);

        Assert.That(delay.IsCompleted, Is.False);
        Assert.That(time.Timers, Is.EqualTo([(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan)]));
    }

    [Test]
    public void Clock_is_the_real_one()
    {
        var before = DateTimeOffset.UtcNow;
        var seen = new[]
        {
            new DateTimeOffset(DateTimeHooks.UtcNow), new DateTimeOffset(DateTimeHooks.Now), DateTimeOffsetHooks.UtcNow,
            DateTimeOffsetHooks.Now, TimeHooks.System.GetUtcNow(), TimeHooks.System.GetLocalNow(),
        };

        Assert.That(seen, Is.All.InRange(before, DateTimeOffset.UtcNow));
        Assert.That((DateTimeHooks.UtcNow.Kind, DateTimeHooks.Now.Kind), Is.EqualTo((DateTimeKind.Utc, DateTimeKind.Local)));
        Assert.That(DateTimeOffsetHooks.Now.Offset, Is.EqualTo(DateTimeOffset.Now.Offset));
    }

    [Test]
    public void Today_is_the_date_alone()
    {
        var before = DateTime.Today;

        Assert.That(DateTimeHooks.Today, Is.InRange(before, DateTime.Today));
        Assert.That(DateTimeHooks.Today.Kind, Is.EqualTo(DateTimeKind.Local));
    }

    [Test]
    public void Ticks_are_the_real_ones()
    {
        var (ticks, stamp) = (Environment.TickCount64, Stopwatch.GetTimestamp());

        Assert.That(TimeHooks.TickCount64, Is.InRange(ticks, Environment.TickCount64));
        Assert.That(unchecked(Environment.TickCount - TimeHooks.TickCount), Is.GreaterThanOrEqualTo(-1));
        Assert.That(TimeHooks.GetTimestamp(), Is.InRange(stamp, Stopwatch.GetTimestamp()));
        Assert.That(TimeHooks.GetElapsedTime(stamp), Is.InRange(TimeSpan.Zero, Stopwatch.GetElapsedTime(stamp)));
        Assert.That(TimeHooks.System.GetTimestamp(), Is.InRange(stamp, TimeProvider.System.GetTimestamp()));
    }

    [Test]
    public void SystemProvider_is_that_of_the_system()
    {
        Assert.That(TimeHooks.System.TimestampFrequency, Is.EqualTo(TimeProvider.System.TimestampFrequency));
        Assert.That(TimeHooks.System.LocalTimeZone, Is.EqualTo(TimeZoneInfo.Local));
        Assert.That(TimeHooks.System, Is.SameAs(TimeHooks.System));
    }

    [Test]
    public async Task SystemProvider_timer_fires()
    {
        var fired = new TaskCompletionSource<object?>();

        await using var timer = TimeHooks.System.CreateTimer(fired.SetResult, "state", TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);

        Assert.That(await fired.Task, Is.EqualTo("state"));
    }
}
