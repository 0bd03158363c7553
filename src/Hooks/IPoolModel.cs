namespace ReplayKit.Hooks;

/// <summary>The thread pool as a run models it. <see cref="IControl.Pool"/> implements it.</summary>
public interface IPoolModel
{
    /// <summary>How many workers the pool makes without waiting.</summary>
    int MinWorkers { get; }

    /// <summary>Most workers that the pool ever has.</summary>
    int MaxWorkers { get; }

    /// <summary>How many workers the pool has made so far.</summary>
    int WorkerCount { get; }

    /// <summary>How many of them run something, or stand still in it.</summary>
    int BusyCount { get; }

    /// <summary>How many work items wait for a worker.</summary>
    int PendingCount { get; }

    /// <summary>How many work items are over.</summary>
    long CompletedCount { get; }

    /// <summary>Sets <see cref="MinWorkers"/>.</summary>
    /// <returns>Whether that is possible.</returns>
    bool SetMin(int count);

    /// <summary>Sets <see cref="MaxWorkers"/>.</summary>
    /// <returns>Whether that is possible.</returns>
    bool SetMax(int count);
}
