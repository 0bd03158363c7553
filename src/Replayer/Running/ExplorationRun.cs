using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Search;

namespace ReplayKit.Replayer.Running;

/// <summary>Carries out an exploration: all its schedules, one after the other, on a thread of its own.</summary>
internal sealed class ExplorationRun(Func<Replay, Task> body, ExplorationOptions options)
{
    private readonly ExplorationTally _tally = new();
    private readonly TaskCompletionSource<ExplorationResult> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

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
        using var commons = new ExploredCommons(options, stalled => _ended.TrySetResult(_tally.Stalled(options.Seed, stalled.Stalled)));
        commons.Audit.AwaitTelling(options.Bounds.StallLimit);
        var source = options.Pinned is { } pinned ? new PinnedSource(pinned) : options.Strategy.Begin();
        if (options.Pinned is null && options.Strategy.UsesStepCount) source.Ran(Probe(new ExploredSetup(options, 0, commons)));
        for (var i = 0; i < options.Schedules && !_ended.Task.IsCompleted; i++)
        {
            if (i % options.Shard.Count != options.Shard.Index - 1) continue;
            var seed = options.IsSeedFixed ? options.Seed : options.Seed + (ulong)i;
            if (source.Take(seed) is not { } scheduler)
            {
                _tally.IsExhausted = true;
                break;
            }

            var explored = RunSchedule(new ExploredSetup(options, seed, commons), scheduler);
            commons.Statics.Compare();
            if (!options.IsSeedFixed) source.Ran(explored.Schedule.Steps.Length);
            _tally.Add(explored, seed);
            options.Progress?.Invoke(i + 1, explored.Outcome);
            options.Scheduled?.Invoke(explored.Schedule);
            if (_tally.HasFailed && !options.KeepsGoing) break;
        }

        _tally.Escaped = commons.Audit.Escaped;
        _tally.LeakedStatics = commons.Statics.Leaked;
    }

    // Always the same schedule: what a seed names must not depend on which schedules ran before it.
    private int Probe(ExploredSetup setup) => RunOnce(setup, new RandomScheduler(0)).Steps.Length;

    private ExploredSchedule RunSchedule(ExploredSetup setup, IScheduler scheduler)
    {
        var first = RunOnce(setup, scheduler);
        if (!options.RunsTwice || first.Outcome is RunOutcome.Diverged) return first;
        var second = RunOnce(setup, new PinnedScheduler(first.Schedule));
        return second.Outcome is RunOutcome.Diverged ? second : first;
    }

    private ExploredSchedule RunOnce(ExploredSetup setup, IScheduler scheduler)
    {
        ExploredSchedule? explored = null;
        setup.Commons.Statics.RenewAround();
        if (options.Around is { } around) around(Execute);
        else Execute();
        return explored ?? throw new ReplaySetupException("What goes around a schedule did not run it.");

        RunOutcome Execute()
        {
            explored = new ExploredRun(body, setup).Execute(new RecordingScheduler(scheduler));
            return explored.Outcome;
        }
    }
}
