namespace ReplayKit.Replayer.Execution;

/// <summary>The threads of a run beyond its first: they are needed where a step blocks while its stack stands still. Kept from one run to the next.</summary>
/// <remarks>Used by the holder of the baton alone.</remarks>
public sealed class Crew : IDisposable
{
    private readonly Stack<Worker> _idle = new();
    private readonly ThreadStatics _statics = new();
    private Action<Worker, Strand?>? _drive;
    private volatile bool _isDisposed;

    /// <summary>Ends the threads that are idle.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _statics.Dispose();
        foreach (var worker in _idle) worker.Pass(null);
    }

    /// <summary>Tells what the workers run from now on.</summary>
    internal void Serve(Action<Worker, Strand?> drive)
    {
        _drive = drive;
        _statics.Refresh();
    }

    /// <summary>Whether a thread of the crew can be made as good as a new one for a thread of the program's own. Not known in the first run.</summary>
    internal bool LendsThreads => _statics.AreAllKnown;

    /// <summary>Called on a thread when a run uses it for the first time, and around a thread of the program's own that it is lent to.</summary>
    internal void Refresh() => _statics.Reset();

    /// <summary>A worker without a stack.</summary>
    internal Worker Rent() => _idle.TryPop(out var worker) ? worker : Hire();

    /// <summary>Takes back a worker whose stack is empty.</summary>
    internal void Return(Worker worker) => _idle.Push(worker);

    private Worker Hire()
    {
        var worker = new Worker();
        var thread = new Thread(() => Serve(worker)) { IsBackground = true, Name = "ReplayKit worker" };
        // Not flowing the execution context of the step that needed it.
        thread.UnsafeStart();
        return worker;
    }

    private void Serve(Worker worker)
    {
        while (true)
        {
            var strand = worker.Await();
            if (_isDisposed) break;
            _drive!(worker, strand);
        }
    }
}
