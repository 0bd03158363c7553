using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>See <see cref="Strategy.Random"/>.</summary>
internal sealed class RandomStrategy : Strategy
{
    public override string Name => "random";

    public override IScheduler SchedulerFor(ulong seed, int stepCount) => new RandomScheduler(seed);
}
