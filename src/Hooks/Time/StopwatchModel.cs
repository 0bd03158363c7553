namespace ReplayKit.Hooks;

/// <summary>A run's model of a stopwatch, in ticks of <see cref="System.Diagnostics.Stopwatch.Frequency"/>.</summary>
internal sealed class StopwatchModel
{
    private long _elapsed;
    private long _started;

    public bool IsRunning { get; private set; }

    public long Elapsed => IsRunning ? _elapsed + TimeHooks.GetTimestamp() - _started : _elapsed;

    public void Start()
    {
        if (IsRunning) return;
        _started = TimeHooks.GetTimestamp();
        IsRunning = true;
    }

    public void Stop()
    {
        _elapsed = Elapsed;
        IsRunning = false;
    }

    public void Reset()
    {
        IsRunning = false;
        _elapsed = 0;
    }
}
