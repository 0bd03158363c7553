using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Running;

/// <summary>Carries out an exploration: all its schedules, one after the other, on a thread of its own.</summary>
internal sealed class ExplorationRun(Func<Replay, Task> body, ExplorationOptions options)
{
    private readonly ExplorationTally _tally = new();
    private readonly TaskCompletionSource<ExplorationResult> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SiteTable _sites = new();
    private int _stepCount;

    public Task<ExplorationResult> StartAsync()
    {
        // Not flowing the caller's execution context: each schedule begins without one.
        new Thread(RunGuarded) { IsBackground = true, Name = "ReplayKit exploration" }.UnsafeStart();
        return _ended.Task;
    }

    private void RunGuarded()
    {
        try
        {
            RunAll();
            _ended.TrySetResult(_tally.Result());
        }
#pragma warning disable CA1031 // User code is guarded inside the loop: what arrives here is a fault of set-up or of ours, and goes to the caller.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _ended.TrySetException(exception);
        }
    }

    private void RunAll()
    {
        using var crew = new Crew();
        using var watch = new StallWatch(options.Bounds.StepTimeLimit, stalled => _ended.TrySetResult(_tally.Stalled(options.Seed, stalled.Stalled)));
        using var audit = new ThreadPoolAudit();
        audit.AwaitTelling(options.Bounds.StallLimit);
        var count = options.Pinned is null ? options.Schedules : 1;
        for (var i = 0; i < count && !_ended.Task.IsCompleted; i++)
        {
            var seed = options.IsSeedFixed ? options.Seed : options.Seed + (ulong)i;
            var setup = new ExploredSetup(options, seed, _sites, crew);
            var first = Run(setup, SchedulerFor(seed), audit, watch);
            if (options.RunsTwice && first.Outcome is not RunOutcome.Diverged)
            {
                var second = Run(setup, new PinnedScheduler(first.Schedule), audit, watch);
                if (second.Outcome is RunOutcome.Diverged) first = second;
            }

            _tally.Add(first, seed);
            options.Progress?.Invoke(i + 1, first.Outcome);
            if (_tally.HasFailed && !options.KeepsGoing) break;
        }

        _tally.Escaped = audit.Escaped;
    }

    private IScheduler SchedulerFor(ulong seed) =>
        options.Pinned is { } pinned ? new PinnedScheduler(pinned) : options.Strategy.SchedulerFor(seed, _stepCount);

    private ExploredSchedule Run(ExploredSetup setup, IScheduler scheduler, ThreadPoolAudit audit, StallWatch watch)
    {
        var recorder = new RecordingScheduler(scheduler);
        var run = new ExploredRun(body, setup);
        var explored = run.Execute(recorder, audit, watch);
        if (!options.IsSeedFixed) _stepCount = Math.Max(_stepCount, explored.Steps.Length);
        return explored;
    }
}
