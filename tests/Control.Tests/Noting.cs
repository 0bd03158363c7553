using ReplayKit;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Search;

namespace Control.Tests;

/// <summary>Takes the schedules of a tree, and notes which they were.</summary>
/// <param name="tree">The tree.</param>
/// <param name="distances">Takes how far each was.</param>
internal sealed class Noting(SwapTree tree, List<int> distances) : Strategy, IScheduleSource
{
    private TracingScheduler? _running;
    private SwapCandidate? _candidate;

    public override string Name => "noting";

    /// <summary>Names of the schedules that belong to the tree's part.</summary>
    public List<ulong> Own { get; } = [];

    public IReadOnlyList<TracedStep> Trace => _running!.Trace;

    public override IScheduleSource Begin() => this;

    public IScheduler? Take(ulong seed)
    {
        if (_candidate is null)
        {
            _candidate = SwapCandidate.Root;
            return _running = new TracingScheduler(Dfs.Begin().Take(0)!);
        }

        if (!tree.TryTake(out var candidate)) return null;
        _candidate = candidate;
        return _running = new TracingScheduler(new SwapScheduler(candidate, tree.Reference, waitsForTime: false));
    }

    public void Ran(int stepCount)
    {
        distances.Add(_candidate!.Swaps);
        if (tree.Add(_candidate, _running!.Trace) != SwapResult.Followed) return;
        var isOwn = _candidate.LastPosition < 0 ? tree.OwnsRoot : !_candidate.IsForeign;
        if (isOwn) Own.Add(SwapTree.HashOf(_running.Trace));
    }
}
