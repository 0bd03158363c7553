namespace ReplayKit.Hooks;

/// <summary>The one way in which a hook blocks: attempt, wait until it is worth another attempt, until it succeeds or the time is up.</summary>
internal static class Waits
{
    private const double TimeoutMsMax = int.MaxValue;

    /// <summary>Whether the runtime takes this as a timeout; what it does not take goes to it, to be refused in its words.</summary>
    public static bool IsValid(TimeSpan timeout) => timeout == Timeout.InfiniteTimeSpan || timeout.TotalMilliseconds is >= 0 and <= TimeoutMsMax;

    /// <summary>Whether the runtime takes this as a timeout in milliseconds.</summary>
    public static bool IsValid(int millisecondsTimeout) => millisecondsTimeout >= Timeout.Infinite;

    /// <summary>The timeout in the form that control takes.</summary>
    public static TimeSpan Of(int millisecondsTimeout) => TimeSpan.FromMilliseconds(millisecondsTimeout);

    /// <summary>Attempts until it succeeds.</summary>
    /// <param name="control">The control.</param>
    /// <param name="attempt">Does it, if that is possible without blocking.</param>
    /// <param name="blockage">What stands in the way, made when an attempt failed.</param>
    /// <param name="limit">How long.</param>
    /// <returns>Whether it succeeded; false when the time was up.</returns>
    public static bool Until(IControl control, Func<bool> attempt, Func<Blockage> blockage, WaitLimit limit)
    {
        if (attempt()) return true;
        if (limit.Timeout == TimeSpan.Zero) return false;
        var started = control.Time.GetTimestamp();
        var left = limit.Timeout;
        while (true)
        {
            // Whether the wait was over says little: another one that waited for the same may have been faster.
            control.Block(blockage(), left, limit.Site);
            if (attempt()) return true;
            if (limit.Timeout == Timeout.InfiniteTimeSpan) continue;
            left = limit.Timeout - control.Time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero) return false;
        }
    }
}
