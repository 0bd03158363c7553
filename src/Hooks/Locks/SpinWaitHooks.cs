using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="SpinWait"/>. Nobody spins: others go first, and after some rounds time passes.</summary>
public static class SpinWaitHooks
{
    // As many rounds as the runtime spins before it sleeps. Every second round still only lets others go first, so that no order is lost.
    private const int SleepThreshold = 20;
    private const int RoundsPerDoubling = 8;
    private const int DoublingsMax = 12;
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(1);

    /// <summary>In place of <see cref="SpinWait.SpinOnce()"/>.</summary>
    public static void SpinOnce(ref SpinWait spin, string site)
    {
        if (Control.Current is { } control) Spin(control, ref spin, Timeout.InfiniteTimeSpan, site);
        else spin.SpinOnce();
    }

    /// <summary>In place of <see cref="SpinWait.SpinOnce(int)"/>.</summary>
    public static void SpinOnce(ref SpinWait spin, int sleep1Threshold, string site)
    {
        if (Control.Current is { } control && sleep1Threshold >= Timeout.Infinite) Spin(control, ref spin, Timeout.InfiniteTimeSpan, site);
        else spin.SpinOnce(sleep1Threshold);
    }

    /// <summary>In place of <see cref="SpinWait.SpinUntil(Func{bool})"/>.</summary>
    public static void SpinUntil(Func<bool> condition, string site) => SpinUntil(condition, Timeout.InfiniteTimeSpan, site);

    /// <summary>In place of <see cref="SpinWait.SpinUntil(Func{bool}, int)"/>.</summary>
    public static bool SpinUntil(Func<bool> condition, int millisecondsTimeout, string site) =>
        Waits.IsValid(millisecondsTimeout) ? SpinUntil(condition, Waits.Of(millisecondsTimeout), site) : SpinWait.SpinUntil(condition, millisecondsTimeout);

    /// <summary>In place of <see cref="SpinWait.SpinUntil(Func{bool}, TimeSpan)"/>.</summary>
    public static bool SpinUntil(Func<bool> condition, TimeSpan timeout, string site)
    {
        if (Control.Current is not { } control || condition is null || !Waits.IsValid(timeout)) return SpinWait.SpinUntil(condition!, timeout);
        control.Point(PointKind.Yield, null, site);
        var started = control.Time.GetTimestamp();
        var spin = default(SpinWait);
        while (!condition())
        {
            var left = timeout == Timeout.InfiniteTimeSpan ? timeout : timeout - control.Time.GetElapsedTime(started);
            if (left != Timeout.InfiniteTimeSpan && left <= TimeSpan.Zero) return false;
            Spin(control, ref spin, left, site);
        }

        return true;
    }

    private static void Spin(IControl control, ref SpinWait spin, TimeSpan left, string site)
    {
        ref var count = ref CountIn(ref spin);
        if (count < SleepThreshold || count % 2 == 0)
        {
            control.Point(PointKind.Yield, null, site);
        }
        else
        {
            // Longer and longer, so that an hour of spinning stays within the bounds of a run.
            var sleep = ShortestSleep * Math.Pow(2, Math.Min((count - SleepThreshold) / RoundsPerDoubling, DoublingsMax));
            if (left != Timeout.InfiniteTimeSpan && left < sleep) sleep = left;
            control.Block(new SignalBlockage("spinning", null, static () => false), sleep, site);
        }

        if (count < int.MaxValue) count++;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_count")]
    private static extern ref int CountIn(ref SpinWait spin);
}
