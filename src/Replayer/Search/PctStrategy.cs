using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>See <see cref="Strategy.Pct"/>.</summary>
internal sealed class PctStrategy : Strategy
{
    private readonly int _depth;

    public PctStrategy(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        _depth = depth;
    }

    public override string Name => $"pct-{_depth}";

    public override IScheduler SchedulerFor(ulong seed, int stepCount) => new PctScheduler(seed, _depth, stepCount);
}
