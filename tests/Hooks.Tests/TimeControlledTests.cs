using System.Diagnostics;
using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>Woven code's clock and delays under control.</summary>
internal sealed class TimeControlledTests
{
    private RecordingControl _control = null!;
    private ManualTime _time = null!;
    private IDisposable _installed = null!;

    [SetUp]
    public void Install()
    {
        _time = new ManualTime();
        _installed = Control.Install(_control = new RecordingControl { Time = _time });
    }

    [TearDown]
    public void Uninstall() => _installed.Dispose();

    [Test]
    public void Delay_is_asked_of_the_control()
    {
        using var cancellation = new CancellationTokenSource();
        var delays = new[]
        {
            TimeHooks.Delay(5), TimeHooks.Delay(5, cancellation.Token), TimeHooks.Delay(TimeSpan.FromTicks(5)), TimeHooks.Delay(TimeSpan.FromSeconds(5), cancellation.Token),
            TimeHooks.Delay(Timeout.Infinite), TimeHooks.Delay(Timeout.InfiniteTimeSpan), TimeHooks.Delay(0),
        };

        Assert.That(delays, Is.All.SameAs(_control.Delayed.Task));
        Assert.That(
            _control.Calls,
            Is.EqualTo([
                "Delay 5 for sure", "Delay 5 cancellable", "Delay 0.0005 for sure", "Delay 5000 cancellable", "Delay -1 for sure", "Delay -1 for sure", "Delay 0 for sure",
            ]));
    }

    [Test]
    public void Delay_on_the_systems_clock_is_asked_of_the_control()
    {
        var delays = new[]
        {
            TimeHooks.Delay(TimeSpan.FromSeconds(1), TimeProvider.System), TimeHooks.Delay(TimeSpan.FromSeconds(2), TimeHooks.System),
            TimeHooks.Delay(TimeSpan.FromSeconds(3), _time),
        };

        Assert.That(delays, Is.All.SameAs(_control.Delayed.Task));
        Assert.That(_control.Calls, Is.EqualTo(["Delay 1000 for sure", "Delay 2000 for sure", "Delay 3000 for sure"]));
        Assert.That(_time.Timers, Is.Empty);
    }

    [Test]
    public void Delay_on_a_provider_of_the_programs_own_asks_it()
    {
        var own = new ManualTime();

        _ = TimeHooks.Delay(TimeSpan.FromSeconds(5), own);

        Assert.That(own.Timers, Has.Count.EqualTo(1));
        Assert.That(_control.Calls, Is.Empty);
    }

    [Test]
    public void Delay_argument_out_of_range_is_refused_before_the_control_is_asked()
    {
        Assert.That(static () => TimeHooks.Delay(-2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(static () => TimeHooks.Delay(TimeSpan.FromMilliseconds(-2)), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(static () => TimeHooks.Delay(TimeSpan.MaxValue), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(static () => TimeHooks.Delay(TimeSpan.FromHours(1), null!), Throws.ArgumentNullException);
        Assert.That(_control.Calls, Is.Empty);
    }

    [Test]
    public void Delay_that_throws_in_the_control_reaches_the_caller()
    {
        _control.Throws = "Delay";

        Assert.That(static () => TimeHooks.Delay(5), Throws.TypeOf<ControlFailedException>());
    }

    [Test]
    public void Clock_is_the_controls()
    {
        Assert.That(new[] { DateTimeHooks.UtcNow, DateTimeHooks.Now }, Is.All.EqualTo(ManualTime.Start.UtcDateTime));
        Assert.That(new[] { DateTimeOffsetHooks.UtcNow, DateTimeOffsetHooks.Now, TimeHooks.System.GetUtcNow() }, Is.All.EqualTo(ManualTime.Start));
        Assert.That(DateTimeHooks.Today, Is.EqualTo(new DateTime(2001, 2, 3)));

        _time.UtcNow += TimeSpan.FromHours(1);

        Assert.That(DateTimeHooks.UtcNow, Is.EqualTo(ManualTime.Start.UtcDateTime.AddHours(1)));
    }

    [Test]
    public void Ticks_are_the_controls_in_the_units_of_the_real_ones()
    {
        Assert.That((TimeHooks.TickCount64, TimeHooks.TickCount), Is.EqualTo((90_000L, 90_000)));
        Assert.That(TimeHooks.GetTimestamp(), Is.EqualTo(90 * Stopwatch.Frequency));
        Assert.That(TimeHooks.GetElapsedTime(30 * Stopwatch.Frequency), Is.EqualTo(TimeSpan.FromSeconds(60)));
    }

    [Test]
    public void TickCount_past_its_range_wraps_as_the_real_one()
    {
        _time.Elapsed = TimeSpan.FromMilliseconds(int.MaxValue + 2L);

        Assert.That((TimeHooks.TickCount64, TimeHooks.TickCount), Is.EqualTo((int.MaxValue + 2L, int.MinValue + 1)));
    }

    [Test]
    public void SystemProvider_is_the_controls_at_each_call()
    {
        var kept = TimeHooks.System;
        Assert.That((kept.TimestampFrequency, kept.GetTimestamp(), kept.LocalTimeZone), Is.EqualTo((1000L, 90_000L, _time.LocalTimeZone)));
        Assert.That(kept.GetElapsedTime(30_000), Is.EqualTo(TimeSpan.FromSeconds(60)));
        using var timer = kept.CreateTimer(static _ => { }, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        Assert.That(_time.Timers, Is.EqualTo([(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2))]));

        _control.IsInControl = false;

        Assert.That(kept.GetUtcNow(), Is.GreaterThan(ManualTime.Start.AddYears(1)));
        Assert.That(kept.TimestampFrequency, Is.EqualTo(TimeProvider.System.TimestampFrequency));
    }
}
