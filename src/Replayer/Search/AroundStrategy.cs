using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>See <see cref="Strategy.Around"/> and <see cref="Strategy.SleepSets"/>.</summary>
internal sealed class AroundStrategy(string name, Func<IScheduler> first, SwapOptions options) : Strategy
{
    public override string Name => name;

    public override IScheduleSource Begin() => new NeighbourhoodSource(first, options);
}
