using System.Reflection;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Timer"/>: its ticks are operations of their own, on virtual time.</summary>
/// <remarks>A timer that was made outside control ticks outside control, in real time, until it is changed under control.</remarks>
public static class TimerHooks
{
    /// <summary>In place of the constructor.</summary>
    public static Timer Create(TimerCallback callback)
    {
        if (Control.Current is not { } control || callback is null) return new Timer(callback!);
        var timer = new Timer(callback);
        control.StateOf<TimerModel>(timer).Bind(control, timer, callback, timer);
        return timer;
    }

    /// <summary>In place of the constructor.</summary>
    public static Timer Create(TimerCallback callback, object? state, int dueTime, int period) =>
        Control.Current is { } control && callback is not null && TimerRange.Holds(dueTime) && TimerRange.Holds(period)
            ? Make(control, new Timer(callback, state, Timeout.Infinite, Timeout.Infinite), (callback, state), (TimerRange.Of(dueTime), TimerRange.Of(period)))
            : new Timer(callback!, state, dueTime, period);

    /// <summary>In place of the constructor.</summary>
    public static Timer Create(TimerCallback callback, object? state, long dueTime, long period) =>
        Control.Current is { } control && callback is not null && TimerRange.Holds(dueTime) && TimerRange.Holds(period)
            ? Make(control, new Timer(callback, state, Timeout.Infinite, Timeout.Infinite), (callback, state), (TimerRange.Of(dueTime), TimerRange.Of(period)))
            : new Timer(callback!, state, dueTime, period);

    /// <summary>In place of the constructor.</summary>
    public static Timer Create(TimerCallback callback, object? state, uint dueTime, uint period) =>
        Control.Current is { } control && callback is not null
            ? Make(control, new Timer(callback, state, Timeout.Infinite, Timeout.Infinite), (callback, state), (TimerRange.Of(dueTime), TimerRange.Of(period)))
            : new Timer(callback!, state, dueTime, period);

    /// <summary>In place of the constructor.</summary>
    public static Timer Create(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Control.Current is { } control && callback is not null && TimerRange.Holds(dueTime) && TimerRange.Holds(period)
            ? Make(control, new Timer(callback, state, Timeout.Infinite, Timeout.Infinite), (callback, state), (TimerRange.Of(dueTime), TimerRange.Of(period)))
            : new Timer(callback!, state, dueTime, period);

    /// <summary>In place of <see cref="Timer.Change(int, int)"/>.</summary>
    public static bool Change(Timer timer, int dueTime, int period) =>
        TimerRange.Holds(dueTime) && TimerRange.Holds(period) && ModelOf(timer) is { } model
            ? Arm(timer, model, TimerRange.Of(dueTime), TimerRange.Of(period))
            : timer.Change(dueTime, period);

    /// <summary>In place of <see cref="Timer.Change(long, long)"/>.</summary>
    public static bool Change(Timer timer, long dueTime, long period) =>
        TimerRange.Holds(dueTime) && TimerRange.Holds(period) && ModelOf(timer) is { } model
            ? Arm(timer, model, TimerRange.Of(dueTime), TimerRange.Of(period))
            : timer.Change(dueTime, period);

    /// <summary>In place of <see cref="Timer.Change(uint, uint)"/>.</summary>
    public static bool Change(Timer timer, uint dueTime, uint period) =>
        ModelOf(timer) is { } model ? Arm(timer, model, TimerRange.Of(dueTime), TimerRange.Of(period)) : timer.Change(dueTime, period);

    /// <summary>In place of <see cref="Timer.Change(TimeSpan, TimeSpan)"/>.</summary>
    public static bool Change(Timer timer, TimeSpan dueTime, TimeSpan period) =>
        TimerRange.Holds(dueTime) && TimerRange.Holds(period) && ModelOf(timer) is { } model
            ? Arm(timer, model, TimerRange.Of(dueTime), TimerRange.Of(period))
            : timer.Change(dueTime, period);

    /// <summary>In place of <see cref="ITimer.Change"/>.</summary>
    public static bool Change(ITimer timer, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return timer is Timer real ? Change(real, dueTime, period) : timer.Change(dueTime, period);
    }

    /// <summary>In place of <see cref="Timer.Dispose()"/>.</summary>
    public static void Dispose(Timer timer)
    {
        ModelOf(timer)?.Dispose();
        timer.Dispose();
    }

    /// <summary>In place of <see cref="Timer.Dispose(WaitHandle)"/>: signalled when no tick runs any more.</summary>
    public static bool Dispose(Timer timer, WaitHandle notifyObject)
    {
        if (ModelOf(timer) is not { } model || notifyObject is null) return timer.Dispose(notifyObject!);
        model.Dispose();
        if (!model.IsRunning || !timer.Change(Timeout.Infinite, Timeout.Infinite)) return timer.Dispose(notifyObject);
        timer.Dispose();
        model.SignalWhenQuiet(notifyObject);
        return true;
    }

    /// <summary>In place of <see cref="Timer.DisposeAsync"/>: ends when no tick runs any more.</summary>
    public static ValueTask DisposeAsync(Timer timer)
    {
        if (ModelOf(timer) is not { } model) return timer.DisposeAsync();
        model.Dispose();
        if (!model.IsRunning) return timer.DisposeAsync();
        timer.Dispose();
        return new ValueTask(model.WhenQuiet());
    }

    /// <summary>In place of <see cref="Timer.ActiveCount"/>: under control, those of the run.</summary>
    public static long ActiveCount => Control.Current is { } control ? control.StateOf<TimerModels>(control).All.Count(static model => model.IsArmed) : Timer.ActiveCount;

    private static Timer Make(IControl control, Timer timer, (TimerCallback Callback, object? State) tick, (TimeSpan DueTime, TimeSpan Period) times)
    {
        var model = control.StateOf<TimerModel>(timer);
        model.Bind(control, timer, tick.Callback, tick.State);
        model.Change(times.DueTime, times.Period);
        return timer;
    }

    private static bool Arm(Timer timer, TimerModel model, TimeSpan dueTime, TimeSpan period)
    {
        // The real one says whether it was disposed of, and stops, if it ticked outside control so far.
        if (!timer.Change(Timeout.Infinite, Timeout.Infinite)) return false;
        model.Change(dueTime, period);
        return true;
    }

    private static TimerModel? ModelOf(Timer timer)
    {
        ArgumentNullException.ThrowIfNull(timer);
        if (Control.Current is not { } control) return null;
        var model = control.StateOf<TimerModel>(timer);
        if (!model.IsBound && CallbackOf(timer) is { } tick) model.Bind(control, timer, tick.Callback, tick.State);
        return model.IsBound ? model : null;
    }

    // What a timer made outside control calls: the runtime keeps it two objects deep.
    private static (TimerCallback Callback, object? State)? CallbackOf(Timer timer)
    {
        var inner = FieldOf(FieldOf(timer, "_timer"), "_timer");
        return FieldOf(inner, "_timerCallback") is TimerCallback callback ? (callback, FieldOf(inner, "_state")) : null;
    }

    private static object? FieldOf(object? owner, string name) =>
        owner?.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(owner);
}
