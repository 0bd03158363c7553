using NUnit.Framework;
using ReplayKit;

namespace Control.Tests;

/// <summary>Timers, sources and stopwatches that were made outside control and are used inside.</summary>
internal sealed class OutsideTimerTests
{
    [Test]
    public async Task Timer_that_is_changed_under_control_ticks_on_virtual_time()
    {
        var count = 0;
        await using var timer = new Timer(step => count += (int)step!, 1, Timeout.Infinite, Timeout.Infinite);
        var result = await Exploration.RunAsync(
            async _ =>
            {
                count = 0;
                timer.Change(TimeSpan.FromHours(1), TimeSpan.FromHours(1));
                await Task.Delay(TimeSpan.FromHours(3.5));
                Assert.That(count, Is.EqualTo(3));
            },
            new ExplorationOptions { Schedules = 5 });

        Assert.That(result.FirstFailure?.Exception, Is.Null);
    }

    [Test]
    public async Task Source_that_is_told_to_cancel_later_under_control_does_so_on_virtual_time()
    {
        using var source = new CancellationTokenSource();
        source.CancelAfter(TimeSpan.FromHours(1));
        var result = await Exploration.RunAsync(
            async _ =>
            {
                var started = DateTime.UtcNow;
                source.CancelAfter(TimeSpan.FromHours(2));
                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, source.Token);
                }
                catch (OperationCanceledException)
                {
                    Assert.That(DateTime.UtcNow - started, Is.EqualTo(TimeSpan.FromHours(2)));
                }
            },
            new ExplorationOptions { Schedules = 1 });

        Assert.That(result.FirstFailure?.Exception, Is.Null);
        Assert.That(source.IsCancellationRequested);
    }

    [Test]
    public async Task Chance_that_was_made_outside_is_the_runs()
    {
        var random = new Random();
        var seen = new HashSet<int>();
        await Exploration.RunAsync(
            _ =>
            {
                seen.Add(random.Next());
                return Task.CompletedTask;
            },
            new ExplorationOptions { Schedules = 20, IsSeedFixed = true });

        Assert.That(seen, Has.Count.EqualTo(1));
    }
}
