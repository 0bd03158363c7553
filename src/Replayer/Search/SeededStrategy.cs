using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>A strategy whose schedules follow from their seeds alone, but for how long runs are.</summary>
/// <param name="name">Its name.</param>
/// <param name="make">Makes a scheduler for a seed, and for about how many steps a run takes (0 when none ran yet).</param>
internal sealed class SeededStrategy(string name, Func<ulong, int, IScheduler> make) : Strategy
{
    public override string Name => name;

    public override IScheduleSource Begin() => new Source(make);

    private sealed class Source(Func<ulong, int, IScheduler> make) : IScheduleSource
    {
        private int _stepCountMax;

        public IScheduler Take(ulong seed) => make(seed, _stepCountMax);

        public void Ran(int stepCount) => _stepCountMax = Math.Max(_stepCountMax, stepCount);
    }
}
