using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>A strategy whose schedules follow from their seeds alone, but for how long runs are.</summary>
/// <param name="name">Its name.</param>
/// <param name="make">Makes a scheduler for a seed, and for about how many steps a run takes (0 when none ran yet).</param>
/// <param name="usesStepCount">Whether it looks at the latter.</param>
internal sealed class SeededStrategy(string name, Func<ulong, int, IScheduler> make, bool usesStepCount = false) : Strategy
{
    public override string Name => name;

    internal override bool UsesStepCount => usesStepCount;

    internal override bool IsBySeed => true;

    public override IScheduleSource Begin() => new Source(make);

    private sealed class Source(Func<ulong, int, IScheduler> make) : IScheduleSource
    {
        private int _stepCount;

        public IScheduler Take(ulong seed) => new FairScheduler(make(seed, _stepCount));

        // The first run alone counts, which is always the same one: a seed must name one schedule, whichever ran before it.
        public void Ran(int stepCount)
        {
            if (_stepCount == 0) _stepCount = stepCount;
        }
    }
}
