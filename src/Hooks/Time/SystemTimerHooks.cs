namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="System.Timers.Timer"/>: it raises its event in operations of their own, on virtual time.</summary>
public static class SystemTimerHooks
{
    /// <summary>In place of <see cref="System.Timers.Timer.Enabled"/>.</summary>
    public static bool Enabled(System.Timers.Timer timer)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return Control.Current is { } control ? control.StateOf<SystemTimerModel>(timer).IsEnabled : timer.Enabled;
    }

    /// <summary>In place of <see cref="System.Timers.Timer.Enabled"/>.</summary>
    public static void SetEnabled(System.Timers.Timer timer, bool value)
    {
        ArgumentNullException.ThrowIfNull(timer);
        if (Control.Current is { } control) control.StateOf<SystemTimerModel>(timer).SetEnabled(control, timer, value);
        else timer.Enabled = value;
    }

    /// <summary>In place of <see cref="System.Timers.Timer.Start"/>.</summary>
    public static void Start(System.Timers.Timer timer) => SetEnabled(timer, true);

    /// <summary>In place of <see cref="System.Timers.Timer.Stop"/>.</summary>
    public static void Stop(System.Timers.Timer timer) => SetEnabled(timer, false);

    /// <summary>In place of <see cref="System.Timers.Timer.Close"/>.</summary>
    public static void Close(System.Timers.Timer timer)
    {
        SetEnabled(timer, false);
        timer.Close();
    }

    /// <summary>In place of <see cref="System.Timers.Timer.Interval"/>.</summary>
    public static void SetInterval(System.Timers.Timer timer, double value)
    {
        ArgumentNullException.ThrowIfNull(timer);
        timer.Interval = value;
        if (Control.Current is { } control) control.StateOf<SystemTimerModel>(timer).Rearm();
    }

    /// <summary>In place of <see cref="System.Timers.Timer.AutoReset"/>.</summary>
    public static void SetAutoReset(System.Timers.Timer timer, bool value)
    {
        ArgumentNullException.ThrowIfNull(timer);
        var isNew = timer.AutoReset != value;
        timer.AutoReset = value;
        if (isNew && Control.Current is { } control) control.StateOf<SystemTimerModel>(timer).Rearm();
    }
}
