using ReplayKit.Hooks;
using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Plan;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Time;
using ReplayKit.TraceFormat.Model;

namespace Replayer.Tests.Weaving;

/// <summary>Runs one woven program as the only operation of a step loop.</summary>
internal static class ControlledRun
{
    public static async Task<(string Answer, StepLoop Loop, RunOutcome Outcome)> RunAsync(Func<Task<string>> program)
    {
        var clock = new VirtualClock(DateTimeOffset.UnixEpoch, 0);
        var plan = new ReplayPlan([], [], [], DateTimeOffset.UnixEpoch, Completeness.Empty);
        var loop = new StepLoop([1], new SketchScheduler(plan, new BuildCatalog([], [])), clock, new LoopSetup(new LoopOptions(), 0));
        using var installed = Control.Install(new ReplayControl(loop, clock));
        Task<string>? running = null;
        _ = loop.Arrive(1, () => running = program());
        // A thread of its own: the loop must not be entered by work of the test's thread.
        var outcome = await Task.Factory.StartNew(loop.Run, TaskCreationOptions.LongRunning);
        return (running is { IsCompletedSuccessfully: true } ? await running : $"{outcome}", loop, outcome);
    }
}
