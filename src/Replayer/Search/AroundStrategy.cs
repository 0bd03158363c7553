using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>See <see cref="Strategy.Around"/>.</summary>
internal sealed class AroundStrategy(Func<IScheduler> first, int distanceMax) : Strategy
{
    public override string Name => $"around-{distanceMax}";

    public override IScheduleSource Begin() => new NeighbourhoodSource(first, distanceMax);
}
