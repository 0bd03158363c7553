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

    public ExploredSchedule Execute(RecordingScheduler scheduler)
    {
        var commons = setup.Commons;
        var resources = new ExploredResources(commons.Kept, commons.Watch);
        try
        {
            return Execute(scheduler, commons, resources);
        }
        finally
        {
            resources.End();
        }
    }

    private ExploredSchedule Execute(RecordingScheduler scheduler, ExploredCommons commons, ExploredResources resources)
    {
        var races = setup.Options.DetectsRaces ? new RaceFeed() : null;
        var clock = new VirtualClock(setup.Options.StartUtc, 0);
        using var loop = new StepLoop([BodyNumber], scheduler, clock, new LoopSetup(setup.Options.Bounds, 0)
        {
            Sites = commons.Sites,
            Crew = commons.Crew,
            ExpectsOutside = false,
            AwaitsReplies = true,
            RunsToQuiet = false,
            Observer = races,
        });
        var control = new ReplayControl(loop, clock, setup.Seed, MemoryOf(setup.Options, races));
        using var installed = Hooks.Control.Install(control);
        commons.Audit.Watch(loop);
        commons.Watch.Watch(loop, installed);
        var replay = new Replay(control, resources);
        loop.Begin(BodyNumber, () => Begin(replay));
        RunOutcome? outcome = null;
        // What goes around the schedule may have an execution context of its own; only the body is to see it, if it wants to.
        ExecutionContext.Run(commons.Clean, _ => outcome = loop.Run(), null);
        commons.Audit.Watch(null);
        commons.Watch.Watch(null, null);
        if (outcome is RunOutcome.Passed && loop.FailureOf(BodyNumber) is { } failure) outcome = new RunOutcome.TestFailed(failure);
        return new ExploredSchedule(outcome!, scheduler.Schedule, loop.Steps) { Races = races?.Races ?? [] };
    }

    private Task Begin(Replay replay)
    {
        setup.Commons.Statics.RenewWithin();
        return body(replay);
    }

    private static MemorySetup? MemoryOf(ExplorationOptions options, RaceFeed? races) =>
        races is null && options.MemoryPoints == MemoryPoints.Off ? null : new MemorySetup(options.MemoryPoints, races);
}
