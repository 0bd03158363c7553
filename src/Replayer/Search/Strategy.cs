using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Search;

namespace ReplayKit;

/// <summary>How schedules are chosen where no recording leads.</summary>
public abstract class Strategy
{
    /// <summary>Each decision uniformly at random among the enabled steps.</summary>
    public static Strategy Random { get; } = new RandomStrategy();

    /// <summary>Its name in messages.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Probabilistic concurrency testing: operations run by random priorities, which change at <paramref name="depth"/> - 1 random steps. Finds a bug of that depth with
    /// a probability of at least 1 / (n k^(depth - 1)) for n operations and k steps (Burckhardt et al., ASPLOS 2010).
    /// </summary>
    /// <param name="depth">How many ordering constraints the bug needs; at least 1.</param>
    public static Strategy Pct(int depth = 3) => new PctStrategy(depth);

    /// <summary>A scheduler for one schedule.</summary>
    /// <param name="seed">Names the schedule.</param>
    /// <param name="stepCount">About how many steps a run takes, as far as earlier ones tell; 0 when none ran yet.</param>
    public abstract IScheduler SchedulerFor(ulong seed, int stepCount);
}
