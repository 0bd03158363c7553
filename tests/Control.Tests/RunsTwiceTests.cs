using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;

namespace Control.Tests;

/// <summary>Explorations that run each schedule twice.</summary>
internal sealed class RunsTwiceTests
{
    private const int ScheduleCount = 20;

    [Test]
    public async Task Body_that_depends_on_its_schedule_alone_passes_and_runs_twice_for_each()
    {
        var runs = 0;
        var result = await Exploration.RunAsync(
            replay =>
            {
                runs++;
                return replay.RunAsync(YieldAsync, YieldAsync);
            },
            Twice());
        Assert.That(result.FirstFailure, Is.Null);
        Assert.That((result.Schedules, runs), Is.EqualTo((ScheduleCount, 2 * ScheduleCount)));
    }

    [Test]
    public async Task Schedules_are_those_that_run_once()
    {
        var twice = await Exploration.RunAsync(static replay => replay.RunAsync(YieldAsync, YieldAsync), Twice());
        var once = await Exploration.RunAsync(static replay => replay.RunAsync(YieldAsync, YieldAsync), Twice() with { RunsTwice = false });
        Assert.That(twice.Fingerprints, Is.EqualTo(once.Fingerprints));
    }

    [Test]
    public async Task Body_that_takes_another_way_the_second_time_diverged()
    {
        var runs = 0;
        var result = await Exploration.RunAsync(
            replay => runs++ % 2 == 0 ? replay.RunAsync(YieldAsync, YieldAsync) : replay.RunAsync(YieldAsync),
            Twice());
        Assert.That(result.FirstFailure?.Outcome, Is.InstanceOf<RunOutcome.Diverged>());
        Assert.That(result.Schedules, Is.EqualTo(1), "the first difference ends it");
    }

    [Test]
    public async Task Failure_that_shows_the_first_time_is_told_as_such()
    {
        var result = await Exploration.RunAsync(static _ => throw new InvalidOperationException("on purpose"), Twice());
        Assert.That(result.FirstFailure?.Exception?.Message, Is.EqualTo("on purpose"));
    }

    private static ExplorationOptions Twice() => new() { Schedules = ScheduleCount, RunsTwice = true };

    private static async Task YieldAsync()
    {
        await Task.Yield();
        await Task.Yield();
    }
}
