using ReplayKit.Replayer.Time;

namespace ReplayKit.Replayer.Execution;

/// <summary>The thread pool's workers, as a model: a strand of the pool takes one when it begins, keeps it while its stack stands still, and gives it back at its end.</summary>
/// <remarks>
/// When none is free, strands of the pool are not enabled. Then the pool adds a worker each time that the injection interval has passed on
/// virtual time, as the runtime does for work that nothing was taken from. Used by the holder of the baton alone.
/// </remarks>
internal sealed class WorkerPool(ThreadPoolModel model, VirtualClock clock, StrandPool strands)
{
    private TimerEntry? _injection;

    public int MinWorkers { get; private set; } = model.MinWorkers;

    public int MaxWorkers { get; private set; } = Math.Max(model.MinWorkers, model.MaxWorkers);

    /// <summary>How many run something, or stand still in it.</summary>
    public int BusyCount { get; private set; }

    /// <summary>Most that did so at one time.</summary>
    public int MadeCount { get; private set; }

    /// <summary>How often a worker was given back.</summary>
    public long CompletedCount { get; private set; }

    /// <summary>How many there may be now.</summary>
    public int Limit { get; private set; } = model.MinWorkers;

    /// <summary>How many work items wait for a worker.</summary>
    public int PendingCount => strands.PendingCount;

    /// <summary>Whether something waits for a worker.</summary>
    public bool IsStarved { get; private set; }

    public void Take()
    {
        BusyCount++;
        MadeCount = Math.Max(MadeCount, BusyCount);
    }

    public void GiveBack()
    {
        BusyCount--;
        CompletedCount++;
    }

    /// <summary>Offers, at each decision, what has a worker or can have one.</summary>
    public void Offer()
    {
        var isStarved = IsStarved = strands.Offer(BusyCount < Limit, model.IsFifo);
        if (isStarved == _injection is not null) return;
        if (!isStarved)
        {
            _injection!.Cancel();
            _injection = null;
        }
        else if (Limit < MaxWorkers)
        {
            _injection = clock.Schedule(null, NanosecondsOf.Delay(model.InjectionInterval), Inject);
        }
    }

    public bool SetMin(int count)
    {
        if (count < 0 || count > MaxWorkers) return false;
        MinWorkers = Math.Max(1, count);
        // A lower minimum lets idle workers go at once, as the runtime does in time: then there is work that waits.
        Limit = Math.Max(MinWorkers, Math.Min(Limit, BusyCount));
        return true;
    }

    public bool SetMax(int count)
    {
        if (count < 1 || count < MinWorkers) return false;
        MaxWorkers = count;
        Limit = Math.Min(Limit, count);
        return true;
    }

    private void Inject()
    {
        _injection = null;
        Limit++;
    }
}
