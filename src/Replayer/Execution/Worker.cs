namespace ReplayKit.Replayer.Execution;

/// <summary>A thread that can hold the baton: of all workers of a run, exactly one runs at a time.</summary>
internal sealed class Worker : IDisposable
{
    private readonly SemaphoreSlim _gate = new(0);
    private Strand? _handed;

    /// <summary>The run that used it last.</summary>
    public Baton? User { get; set; }

    /// <summary>Hands the baton to this worker. The caller must not touch the run any more.</summary>
    /// <param name="strand">What it is to run or to go on with; null when the run is over.</param>
    public void Pass(Strand? strand)
    {
        _handed = strand;
        _gate.Release();
    }

    /// <summary>Waits for the baton.</summary>
    public Strand? Await()
    {
        _gate.Wait();
        var handed = _handed;
        _handed = null;
        return handed;
    }

    public void Dispose() => _gate.Dispose();
}
