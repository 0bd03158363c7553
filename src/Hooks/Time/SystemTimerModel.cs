using System.Runtime.CompilerServices;
using System.Timers;

namespace ReplayKit.Hooks;

/// <summary>A run's model of a <see cref="System.Timers.Timer"/>. The real one keeps interval, handlers and whether it was disposed of; it is never enabled.</summary>
internal sealed class SystemTimerModel
{
    private System.Timers.Timer? _timer;
    private ITimer? _virtual;

    // Ticks of before a stop are not raised after it, even when it was started again.
    private object? _start;

    public bool IsEnabled { get; private set; }

    public void SetEnabled(IControl control, System.Timers.Timer timer, bool isEnabled)
    {
        if (IsEnabled == isEnabled) return;
        if (isEnabled) ObjectDisposedException.ThrowIf(IsDisposed(timer), timer);
        _timer = timer;
        IsEnabled = isEnabled;
        _virtual?.Dispose();
        _virtual = null;
        _start = null;
        if (!isEnabled) return;
        var start = _start = new object();
        _virtual = control.Time.CreateTimer(_ => Tick(start), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Rearm();
    }

    /// <summary>Begins the interval anew, with what the timer says now.</summary>
    public void Rearm()
    {
        if (_virtual is null) return;
        var interval = TimeSpan.FromMilliseconds(Math.Ceiling(_timer!.Interval));
        _virtual.Change(interval, _timer.AutoReset ? interval : Timeout.InfiniteTimeSpan);
    }

    private static bool IsDisposed(System.Timers.Timer timer) => DisposedOf(timer);

    private void Tick(object start)
    {
        if (start != _start) return;
        var timer = _timer!;
        if (!timer.AutoReset || IsDisposed(timer)) SetEnabledOff();
        if (IsDisposed(timer) || HandlerOf(timer) is not { } handler) return;
        var signalled = new ElapsedEventArgs(DateTimeHooks.Now);
        try
        {
            if (timer.SynchronizingObject is { InvokeRequired: true } other) other.BeginInvoke(handler, [timer, signalled]);
            else handler(timer, signalled);
        }
#pragma warning disable CA1031 // The real one drops what a handler throws.
        catch
#pragma warning restore CA1031
        {
        }
    }

    private void SetEnabledOff()
    {
        IsEnabled = false;
        _virtual?.Dispose();
        _virtual = null;
        _start = null;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_disposed")]
    private static extern ref bool DisposedOf(System.Timers.Timer timer);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_onIntervalElapsed")]
    private static extern ref ElapsedEventHandler? HandlerOf(System.Timers.Timer timer);
}
