namespace ReplayKit.Replayer.Execution;

/// <summary>How a run models the thread pool. By default it has more workers than a small program ever blocks.</summary>
public sealed record ThreadPoolModel
{
    /// <summary>How many workers the pool makes without waiting; at least 1.</summary>
    public int MinWorkers { get; init; } = 64;

    /// <summary>Most workers that the pool ever has; at least <see cref="MinWorkers"/>.</summary>
    public int MaxWorkers { get; init; } = short.MaxValue;

    /// <summary>How long, in virtual time, work waits in vain before the pool adds a worker beyond <see cref="MinWorkers"/>.</summary>
    public TimeSpan InjectionInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether work items start in the order in which they were queued. The runtime's pool promises no order.</summary>
    public bool IsFifo { get; init; }
}
