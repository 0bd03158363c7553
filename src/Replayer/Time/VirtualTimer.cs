namespace ReplayKit.Replayer.Time;

/// <summary>A timer on virtual time. Its callback runs in the execution context of the code that made the timer, as that of a real one does.</summary>
internal sealed class VirtualTimer(VirtualClock clock, ITimerSteps steps, Action callback) : ITimer
{
    private readonly int? _operation = steps.CurrentOperation;
    private readonly ExecutionContext? _flow = ExecutionContext.Capture();
    private TimerEntry? _next;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _isDisposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed) return false;
        _next?.Cancel();
        _period = period;
        _next = null;
        if (dueTime == TimeSpan.Zero && steps.CurrentOperation is not null) Fire();
        else if (dueTime != Timeout.InfiniteTimeSpan) _next = Arm(dueTime);
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
        steps.PostTimer(_operation, Tick);
    }

    private void Tick()
    {
        if (_flow is null) callback();
        else ExecutionContext.Run(_flow, static timer => ((VirtualTimer)timer!).CallBack(), this);
    }

    private void CallBack() => callback();
}
