using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Outcome;

namespace Control.Tests;

internal sealed class StallTests
{
    [Test]
    public async Task Step_that_never_comes_back_is_told_and_does_not_hang_the_test()
    {
        using var never = new ManualResetEventSlim();
        // Called by reflection, so that the weaver does not see it: as code of a package does.
        var wait = typeof(ManualResetEventSlim).GetMethod(nameof(ManualResetEventSlim.Wait), Type.EmptyTypes)!;
        var result = await Exploration.RunAsync(
            _ =>
            {
                wait.Invoke(never, null);
                return Task.CompletedTask;
            },
            new ExplorationOptions { Schedules = 3, Bounds = new LoopOptions { StepTimeLimit = TimeSpan.FromMilliseconds(200) } });
        Assert.That(result.FirstFailure!.Outcome, Is.InstanceOf<RunOutcome.Uncontrolled>());
        Assert.That(result.FirstFailure.Schedule, Is.EqualTo(1));
        var next = await Exploration.RunAsync(static _ => Task.CompletedTask, new ExplorationOptions { Schedules = 1 });
        Assert.That(next.FirstFailure, Is.Null);
        never.Set();
    }
}
