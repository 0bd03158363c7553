using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Search;

namespace ReplayKit.Replayer.Running;

/// <summary>Carries out an exploration: all its schedules, one after the other, on a thread of its own.</summary>
internal sealed class ExplorationRun(Func<Replay, Task> body, ExplorationOptions options)
{
    private readonly ExplorationTally _tally = new();
    private readonly TaskCompletionSource<ExplorationResult> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SiteTable _sites = new();

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
        var source = options.Pinned is { } pinned ? new PinnedSource(pinned) : options.Strategy.Begin();
        for (var i = 0; i < options.Schedules && !_ended.Task.IsCompleted; i++)
        {
            var seed = options.IsSeedFixed ? options.Seed : options.Seed + (ulong)i;
            if (source.Take(seed) is not { } scheduler)
            {
                _tally.IsExhausted = true;
                break;
            }

            var explored = RunSchedule(new ExploredSetup(options, seed, _sites, crew), scheduler, audit, watch);
            if (!options.IsSeedFixed) source.Ran(explored.Schedule.Steps.Length);
            _tally.Add(explored, seed);
            options.Progress?.Invoke(i + 1, explored.Outcome);
            options.Scheduled?.Invoke(explored.Schedule);
            if (_tally.HasFailed && !options.KeepsGoing) break;
        }

        _tally.Escaped = audit.Escaped;
    }

    private ExploredSchedule RunSchedule(ExploredSetup setup, IScheduler scheduler, ThreadPoolAudit audit, StallWatch watch)
    {
        var run = new ExploredRun(body, setup);
        var first = run.Execute(new RecordingScheduler(scheduler), audit, watch);
        if (!options.RunsTwice || first.Outcome is RunOutcome.Diverged) return first;
        var second = run.Execute(new RecordingScheduler(new PinnedScheduler(first.Schedule)), audit, watch);
        return second.Outcome is RunOutcome.Diverged ? second : first;
    }
}
