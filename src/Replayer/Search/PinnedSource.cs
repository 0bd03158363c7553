using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>One schedule, once.</summary>
internal sealed class PinnedSource(Schedule schedule) : IScheduleSource
{
    private bool _isTaken;

    public IScheduler? Take(ulong seed)
    {
        if (_isTaken) return null;
        _isTaken = true;
        return new PinnedScheduler(schedule);
    }

    public void Ran(int stepCount)
    {
    }
}
