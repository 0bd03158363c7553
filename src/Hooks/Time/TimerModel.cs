namespace ReplayKit.Hooks;

/// <summary>A run's model of a timer. The real one never ticks; it only knows whether it was disposed of, by whatever code.</summary>
internal sealed class TimerModel
{
    private Timer? _timer;
    private ITimer? _virtual;
    private TimeSpan _period;
    private int _runningCount;
    private WaitHandle? _waiting;
    private TaskCompletionSource? _quiet;
    private bool _isDisposed;

    /// <summary>Whether it is this run's.</summary>
    public bool IsBound => _virtual is not null;

    /// <summary>Whether a tick of it runs now.</summary>
    public bool IsRunning => _runningCount > 0;

    /// <summary>Whether a tick of it is to come.</summary>
    public bool IsArmed { get; private set; }

    public void Bind(IControl control, Timer timer, TimerCallback callback, object? state)
    {
        _timer = timer;
        _virtual = control.Time.CreateTimer(_ => Tick(callback, state), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        control.StateOf<TimerModels>(control).All.Add(this);
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        IsArmed = dueTime != Timeout.InfiniteTimeSpan;
        _virtual!.Change(dueTime, period);
    }

    public void Dispose()
    {
        _isDisposed = true;
        IsArmed = false;
        _virtual?.Dispose();
    }

    /// <summary>Has a handle signalled when no tick runs any more.</summary>
    public void SignalWhenQuiet(WaitHandle handle) => _waiting = handle;

    /// <summary>Ends when no tick runs any more.</summary>
    public Task WhenQuiet() => (_quiet ??= new TaskCompletionSource()).Task;

    private void Tick(TimerCallback callback, object? state)
    {
        // A using statement disposes of the real one alone.
        if (_isDisposed || !_timer!.Change(Timeout.Infinite, Timeout.Infinite))
        {
            Dispose();
            return;
        }

        if (_period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero) IsArmed = false;
        _runningCount++;
        try
        {
            callback(state);
        }
        finally
        {
            if (--_runningCount == 0 && _isDisposed) BecomeQuiet();
        }
    }

    private void BecomeQuiet()
    {
        var context = CompletionHooks.Enter();
        try
        {
            (_waiting as EventWaitHandle)?.Set();
            (_waiting as Semaphore)?.Release();
            _quiet?.TrySetResult();
        }
        finally
        {
            CompletionHooks.Exit(context);
        }
    }
}
