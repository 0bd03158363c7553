namespace ReplayKit.TraceFormat.Causality;

/// <summary>A thread while its recording is walked through: the runs that are open on it, innermost last.</summary>
internal sealed class ThreadState
{
    private readonly List<Frame> _runs = [];
    private readonly Frame _ground = new(null);

    /// <summary>The innermost run, or the ground when none is open.</summary>
    internal Frame Top => _runs.Count == 0 ? _ground : _runs[^1];

    /// <summary>Open runs, outermost first, then the ground.</summary>
    internal IEnumerable<Frame> Frames => _runs.Append(_ground);

    internal void Push(Frame run) => _runs.Add(run);

    /// <summary>Ends the innermost run; null when none is open, because its beginning was before the recording or lost.</summary>
    internal Frame? Pop()
    {
        if (_runs.Count == 0) return null;
        var run = _runs[^1];
        _runs.RemoveAt(_runs.Count - 1);
        return run;
    }

    internal bool Holds(Frame run) => _runs.Contains(run);
}
