using ReplayKit.Replayer.Plan;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Chooses the schedules of attempts at an incident.</summary>
public interface IReplaySearch
{
    /// <summary>What became of the pinned schedule so far.</summary>
    PinUse Pin { get; }

    /// <summary>How the attempt that was taken last was chosen, in a few words.</summary>
    string Description { get; }

    /// <summary>What the attempt that was taken last decided, and what else was enabled.</summary>
    IReadOnlyList<TracedStep> Trace { get; }

    /// <summary>A scheduler for the next attempt.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="build">The local build.</param>
    /// <param name="follower">What knows how it compares with the plan.</param>
    IScheduler NextAttempt(ReplayPlan plan, BuildCatalog build, out IPlanFollower follower);

    /// <summary>Tells that the attempt that was taken last ran.</summary>
    /// <param name="isMisfit">Whether it was the pinned schedule, and the build did not follow it.</param>
    void Ran(bool isMisfit);
}
