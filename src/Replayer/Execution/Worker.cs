namespace ReplayKit.Replayer.Execution;

/// <summary>A thread that can hold the baton: of all workers of a run, exactly one runs at a time.</summary>
/// <remarks>
/// States: empty; handed (it holds the baton, or is about to take it); parked (its thread sleeps). Who hands the baton over wakes it only
/// where it sleeps: a step is often shorter than a sleep, so a waiting thread looks a while before.
/// </remarks>
internal sealed class Worker
{
    private const int Empty = 0;
    private const int Handed = 1;
    private const int Parked = 2;
    private const int LookCountMax = 40;
    private const int PauseLength = 12;
    private static readonly bool s_isAlone = Environment.ProcessorCount == 1;
    private readonly object _gate = new();
    private Strand? _handed;
    private int _state;

    /// <summary>The run that used it last.</summary>
    public Baton? User { get; set; }

    /// <summary>Hands the baton to this worker. The caller must not touch the run any more.</summary>
    /// <param name="strand">What it is to run or to go on with; null when the run is over.</param>
    public void Pass(Strand? strand)
    {
        _handed = strand;
        if (Interlocked.Exchange(ref _state, Handed) != Parked) return;
        lock (_gate) Monitor.Pulse(_gate);
    }

    /// <summary>Waits for the baton.</summary>
    public Strand? Await()
    {
        if (!IsHandedSoon()) Park();
        var handed = _handed;
        _handed = null;
        Volatile.Write(ref _state, Empty);
        return handed;
    }

    private bool IsHandedSoon()
    {
        if (s_isAlone) return false;
        for (var i = 0; i < LookCountMax; i++)
        {
            if (Volatile.Read(ref _state) == Handed) return true;
            Thread.SpinWait(PauseLength);
        }

        return false;
    }

    private void Park()
    {
        if (Interlocked.CompareExchange(ref _state, Parked, Empty) != Empty) return;
        lock (_gate)
        {
            while (Volatile.Read(ref _state) != Handed) Monitor.Wait(_gate);
        }
    }
}
