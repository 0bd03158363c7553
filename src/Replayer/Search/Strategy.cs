using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Search;

namespace ReplayKit;

/// <summary>How schedules are chosen where no recording leads.</summary>
public abstract class Strategy
{
    /// <summary>Each decision uniformly at random among the enabled steps.</summary>
    public static Strategy Random { get; } = new SeededStrategy("random", static (seed, _) => new RandomScheduler(seed));

    /// <summary>
    /// Partial order sampling: steps run by random priorities of their own, drawn again where they race (Yuan, Yang, Gu: Partial order aware concurrency sampling, CAV 2018).
    /// </summary>
    public static Strategy Pos { get; } = new SeededStrategy("pos", static (seed, _) => new PosScheduler(seed));

    /// <summary>
    /// Depth-first with sleep sets: of schedules that differ in the order of independent steps alone, such as calls on different locks, one (Godefroid: Partial-order methods for
    /// the verification of concurrent systems, LNCS 1032, 1996). Ends by itself. Where woven code shares memory without synchronisation, make its accesses scheduling points.
    /// </summary>
    public static Strategy SleepSets { get; } = new AroundStrategy(
        "sleep-sets", static () => new DepthFirstScheduler([], 0), new SwapOptions { OnlyConflicts = true, IsDepthFirst = true });

    /// <summary>Depth-first: every schedule there is, one after the other (as in Godefroid: Model checking for programming languages using VeriSoft, POPL 1997). Ends by itself when there are no more.</summary>
    public static Strategy Dfs { get; } = new DepthFirstStrategy("dfs", int.MaxValue);

    /// <summary>Its name in messages.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Probabilistic concurrency testing: operations run by random priorities, which change at <paramref name="depth"/> - 1 random steps. Finds a bug of that depth with
    /// a probability of at least 1 / (n k^(depth - 1)) for n operations and k steps (Burckhardt et al., ASPLOS 2010).
    /// </summary>
    /// <param name="depth">How many ordering constraints the bug needs; at least 1.</param>
    public static Strategy Pct(int depth = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        return new SeededStrategy($"pct-{depth}", (seed, stepCount) => new PctScheduler(seed, depth, stepCount), usesStepCount: true);
    }

    /// <summary>
    /// Delay bounding: operations run in the order in which they came to be, each to where it waits, but for at most <paramref name="delays"/> times at which the next one
    /// is put off; every such schedule, one after the other (Emmi, Qadeer, Rakamarić: Delay-bounded scheduling, POPL 2011).
    /// </summary>
    /// <param name="delays">How many delays; 0 or more.</param>
    public static Strategy DelayBounded(int delays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delays);
        return new DepthFirstStrategy($"delays-{delays}", delays);
    }

    /// <summary>One schedule first, then those around it: all that one swap of adjacent steps of different operations makes, then two, and so on. Ends by itself.</summary>
    /// <param name="schedule">The schedule in the middle.</param>
    /// <param name="swaps">How many swaps away to go at most.</param>
    public static Strategy Around(Schedule schedule, int swaps)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentOutOfRangeException.ThrowIfNegative(swaps);
        return new AroundStrategy($"around-{swaps}", () => new PinnedScheduler(schedule), new SwapOptions { SwapsMax = swaps });
    }

    /// <summary>Whether the schedule of a seed depends on the number of steps.</summary>
    internal virtual bool UsesStepCount => false;

    /// <summary>Whether a seed alone names a schedule, whatever ran before.</summary>
    internal virtual bool IsBySeed => false;

    /// <summary>Begins an exploration.</summary>
    public abstract IScheduleSource Begin();
}
