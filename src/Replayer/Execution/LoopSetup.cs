namespace ReplayKit.Replayer.Execution;

/// <summary>What a loop is told before it runs.</summary>
/// <param name="Options">Bounds of the run.</param>
/// <param name="RecordingEndNs">Where the recording ends, in nanoseconds since it began.</param>
public sealed record LoopSetup(LoopOptions Options, long RecordingEndNs)
{
    /// <summary>Places of woven code; pass the same one to the runs of one exploration.</summary>
    public SiteTable Sites { get; init; } = new();

    /// <summary>Threads for steps that block; null for threads of this run's own.</summary>
    public Crew? Crew { get; init; }

    /// <summary>Seeds the run's source of chance.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Whether something may come from outside control although nothing was seen to leave it. A host of a service does real work of its own;
    /// a test's body does not, and a deadlock is then known at once.
    /// </summary>
    public bool ExpectsOutside { get; init; } = true;

    /// <summary>
    /// Whether all that sockets and streams owe comes in before the next decision, and an await of theirs always suspends. A replay of a recording waits for what its plan expects instead.
    /// </summary>
    public bool AwaitsReplies { get; init; }

    /// <summary>Whether what is enabled still runs when all awaited operations are over.</summary>
    public bool RunsToQuiet { get; init; } = true;

    /// <summary>Is told of each step; null for nobody.</summary>
    internal IStepObserver? Observer { get; init; }
}
