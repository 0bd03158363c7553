namespace ReplayKit.Replayer.Execution;

/// <summary>A thread that can hold the baton: of all workers of a run, exactly one runs at a time.</summary>
/// <remarks>
/// States: empty; handed (it holds the baton, or is about to take it); parked (its thread sleeps). Who hands the baton over wakes it only
/// where it sleeps. It sleeps at once: to look a while before takes processor time from the one that holds the baton, where others want the cores too.
/// </remarks>
internal sealed class Worker
{
    private const int Empty = 0;
    private const int Handed = 1;
    private const int Parked = 2;
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
        if (Interlocked.CompareExchange(ref _state, Parked, Empty) == Empty) Sleep();
        var handed = _handed;
        _handed = null;
        Volatile.Write(ref _state, Empty);
        return handed;
    }

    private void Sleep()
    {
        lock (_gate)
        {
            while (Volatile.Read(ref _state) != Handed) Monitor.Wait(_gate);
        }
    }
}
