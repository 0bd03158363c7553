namespace ReplayKit.Replayer.Search;

/// <summary>See <see cref="Strategy.Dfs"/> and <see cref="Strategy.DelayBounded"/>.</summary>
internal sealed class DepthFirstStrategy(string name, int delayMax) : Strategy
{
    public override string Name => name;

    public override IScheduleSource Begin() => new DepthFirstSource(delayMax);
}
