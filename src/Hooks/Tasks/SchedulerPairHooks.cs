namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the constructors of <see cref="ConcurrentExclusiveSchedulerPair"/>: what it runs on the thread pool goes to the control's pool.</summary>
public static class SchedulerPairHooks
{
    // The runtime's default is the number of processors: runs would differ from machine to machine.
    private const int ConcurrencyMax = 4;

    /// <summary>In place of <see cref="ConcurrentExclusiveSchedulerPair()"/>.</summary>
    public static ConcurrentExclusiveSchedulerPair Create(string site) => Create(TaskScheduler.Default, site);

    /// <summary>In place of <see cref="ConcurrentExclusiveSchedulerPair(TaskScheduler)"/>.</summary>
    public static ConcurrentExclusiveSchedulerPair Create(TaskScheduler taskScheduler, string site) =>
        Control.Current is null || taskScheduler is null ? new(taskScheduler!) : Create(taskScheduler, ConcurrencyMax, site);

    /// <summary>In place of <see cref="ConcurrentExclusiveSchedulerPair(TaskScheduler, int)"/>.</summary>
    public static ConcurrentExclusiveSchedulerPair Create(TaskScheduler taskScheduler, int maxConcurrencyLevel, string site) =>
        new(Target(taskScheduler, site), maxConcurrencyLevel);

    /// <summary>In place of <see cref="ConcurrentExclusiveSchedulerPair(TaskScheduler, int, int)"/>.</summary>
    public static ConcurrentExclusiveSchedulerPair Create(TaskScheduler taskScheduler, int maxConcurrencyLevel, int maxItemsPerTask, string site) =>
        new(Target(taskScheduler, site), maxConcurrencyLevel, maxItemsPerTask);

    private static TaskScheduler Target(TaskScheduler scheduler, string site) =>
        Control.Current is { } control && scheduler == TaskScheduler.Default ? control.PoolAt(site) : scheduler;
}
