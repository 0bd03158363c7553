namespace ReplayKit.Replayer.Time;

/// <summary>A timer on virtual time.</summary>
internal sealed class VirtualTimer(VirtualClock clock, ITimerSteps steps, Action callback) : ITimer
{
    private readonly int? _operation = steps.CurrentOperation;
    private TimerEntry? _next;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _isDisposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed) return false;
        _next?.Cancel();
        _period = period;
        _next = dueTime == Timeout.InfiniteTimeSpan ? null : Arm(dueTime);
        return true;
    }

    public void Dispose()
    {
        _isDisposed = true;
        _next?.Cancel();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private TimerEntry Arm(TimeSpan delay) => clock.Schedule(_operation, NanosecondsOf.Delay(delay), Fire);

    private void Fire()
    {
        _next = _period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero ? null : Arm(_period);
        steps.PostTimer(_operation, callback);
    }
}
