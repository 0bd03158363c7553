using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Time;

namespace ReplayKit.Replayer.Running;

/// <summary>Runs one schedule of an exploration.</summary>
internal sealed class ExploredRun(Func<Replay, Task> body, ExploredSetup setup)
{
    private const int BodyNumber = 1;

    public ExploredSchedule Execute(RecordingScheduler scheduler, ThreadPoolAudit audit, StallWatch watch)
    {
        var clock = new VirtualClock(setup.Options.StartUtc, 0);
        using var loop = new StepLoop([BodyNumber], scheduler, clock, new LoopSetup(setup.Options.Bounds, 0)
        {
            Sites = setup.Sites,
            Crew = setup.Crew,
            ExpectsOutside = false,
            RunsToQuiet = false,
        });
        var control = new ReplayControl(loop, clock, setup.Seed);
        using var installed = Hooks.Control.Install(control);
        audit.Watch(loop);
        watch.Watch(loop, installed);
        var replay = new Replay(control);
        loop.Begin(BodyNumber, () => body(replay));
        var outcome = loop.Run();
        audit.Watch(null);
        watch.Watch(null, null);
        if (outcome is RunOutcome.Passed && loop.FailureOf(BodyNumber) is { } failure) outcome = new RunOutcome.TestFailed(failure);
        return new ExploredSchedule(outcome, scheduler.Schedule, loop.Steps);
    }
}
