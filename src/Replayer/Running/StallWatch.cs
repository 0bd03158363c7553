using System.Diagnostics;
using ReplayKit.Replayer.Execution;

namespace ReplayKit.Replayer.Running;

/// <summary>Notices, in real time, that a step does not come back: it blocks where control does not reach, or loops without a scheduling point.</summary>
internal sealed class StallWatch : IDisposable
{
    private const int LooksPerLimit = 4;
    private readonly Timer _timer;
    private readonly Action<StepLoop> _stalled;
    private volatile StepLoop? _loop;
    private volatile IDisposable? _installed;
    private volatile bool _isPaused;
    private StepLoop? _seenLoop;
    private long _seenSteps;
    private int _looks;

    /// <summary>Begins to watch.</summary>
    /// <param name="limit">How long one step may take.</param>
    /// <param name="stalled">Called once, on a thread of the pool.</param>
    public StallWatch(TimeSpan limit, Action<StepLoop> stalled)
    {
        _stalled = stalled;
        _timer = new Timer(_ => Look(), null, limit / LooksPerLimit, limit / LooksPerLimit);
    }

    /// <summary>Whether a step waits for real work that may take its time.</summary>
    public bool IsPaused { get => _isPaused; set => _isPaused = value; }

    /// <summary>The run to watch from now on.</summary>
    /// <param name="loop">Its loop; null for none.</param>
    /// <param name="installed">Its control's installation: ended when the run stalls, so that the next run can begin.</param>
    public void Watch(StepLoop? loop, IDisposable? installed)
    {
        _installed = installed;
        _loop = loop;
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var loop = _loop;
        // Someone who debugs a step may take his time.
        if (loop is null || _isPaused || Debugger.IsAttached || loop != _seenLoop || loop.BeginCount != _seenSteps)
        {
            (_seenLoop, _seenSteps, _looks) = (loop, loop?.BeginCount ?? 0, 0);
            return;
        }

        if (++_looks != LooksPerLimit) return;
        _installed?.Dispose();
        _stalled(loop);
    }
}
