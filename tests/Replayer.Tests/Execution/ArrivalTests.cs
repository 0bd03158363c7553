using NUnit.Framework;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Time;

namespace Replayer.Tests.Execution;

/// <summary>Requests come on threads of their own.</summary>
public sealed class ArrivalTests
{
    [Test, Repeat(20)]
    public void All_that_are_expected_are_enabled_at_the_first_decision_in_the_order_of_their_numbers()
    {
        var scheduler = new FirstEnabled();
        var clock = new VirtualClock(DateTimeOffset.UnixEpoch, 0);
        using var loop = new StepLoop([1, 2, 3, 4], scheduler, clock, new LoopSetup(new LoopOptions(), 0));
        using var installed = Control.Install(new ReplayControl(loop, clock));
        var arriving = new Thread(() =>
        {
            foreach (var number in new[] { 4, 2, 3, 1 })
            {
                Thread.Yield();
                _ = loop.Arrive(number, static () => Task.CompletedTask);
            }
        });
        arriving.Start();
        var outcome = loop.Run();
        arriving.Join();
        Assert.That(outcome, Is.InstanceOf<RunOutcome.Passed>());
        Assert.That(scheduler.Operations, Is.EqualTo([1, 2, 3, 4]));
    }
}
