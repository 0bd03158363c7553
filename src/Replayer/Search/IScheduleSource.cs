using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>The schedules of one exploration, one after the other.</summary>
public interface IScheduleSource
{
    /// <summary>A scheduler for the next schedule; null when there are no more.</summary>
    /// <param name="seed">Names the schedule, where chance decides.</param>
    IScheduler? Take(ulong seed);

    /// <summary>Tells that it ran.</summary>
    /// <param name="stepCount">How many steps it took.</param>
    void Ran(int stepCount);
}
