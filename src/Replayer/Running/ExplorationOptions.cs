using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Search;

namespace ReplayKit;

/// <summary>How an exploration goes about it.</summary>
public sealed record ExplorationOptions
{
    /// <summary>Most schedules to run; at least 1.</summary>
    public int Schedules { get; init; } = 1000;

    /// <summary>Names the sequence of schedules: the n-th runs with seed <c>Seed + n - 1</c>.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether every schedule runs with <see cref="Seed"/> itself: all of them must then be equal.</summary>
    public bool IsSeedFixed { get; init; }

    /// <summary>How schedules are chosen.</summary>
    public Strategy Strategy { get; init; } = Strategy.Random;

    /// <summary>Which schedules to run of those that these options name, so that several machines take different ones. Only for strategies that choose by seed.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Whether to go on behind the first failure.</summary>
    public bool KeepsGoing { get; init; }

    /// <summary>Whether each schedule runs twice, and the exploration ends at the first difference.</summary>
    public bool RunsTwice { get; init; }

    /// <summary>A schedule to follow instead of a strategy; then one schedule runs.</summary>
    public ReplayKit.Replayer.Scheduling.Schedule? Pinned { get; init; }

    /// <summary>Wall-clock time at which virtual time begins.</summary>
    public DateTimeOffset StartUtc { get; init; } = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Which memory accesses of woven code are scheduling points.</summary>
    public MemoryPoints MemoryPoints { get; init; }

    /// <summary>Whether accesses of one field that nothing orders are looked for. They need not meet to be found: see <see cref="ExplorationResult.Races"/>.</summary>
    public bool DetectsRaces { get; init; }

    /// <summary>Whether static fields of woven assemblies keep, from one schedule to the next, what a schedule left in them.</summary>
    public bool KeepsStatics { get; init; }

    /// <summary>Bounds of each run.</summary>
    public LoopOptions Bounds { get; init; } = new() { StepCountMax = 100_000 };

    /// <summary>
    /// Called around each run of the body, on the exploration's thread and outside control, with what runs it: to set up before it and to tear down after it. Null for nothing.
    /// </summary>
    public Action<Func<ReplayKit.Replayer.Outcome.RunOutcome>>? Around { get; init; }

    /// <summary>Told after each schedule: its number and how it ended. Called on the exploration's thread.</summary>
    public Action<int, ReplayKit.Replayer.Outcome.RunOutcome>? Progress { get; init; }

    /// <summary>Told after each schedule: its decisions. Called on the exploration's thread.</summary>
    public Action<ReplayKit.Replayer.Scheduling.Schedule>? Scheduled { get; init; }
}
