using System.Diagnostics;

namespace WeaveCorpus;

/// <summary>Delays and clock readings. Under control an hour passes at once; the programs that take one are told from the others by their name.</summary>
public static class Clock
{
    public static async Task<string> ShortDelays()
    {
        await Task.Delay(1);
        await Task.Delay(1, CancellationToken.None);
        await Task.Delay(TimeSpan.FromMilliseconds(1));
        await Task.Delay(TimeSpan.FromMilliseconds(1), CancellationToken.None);
        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        return "delays";
    }

    public static async Task<string> CancelledDelay()
    {
        using var source = new CancellationTokenSource();
        var delay = Task.Delay(Timeout.Infinite, source.Token);
        await Task.Yield();
        await source.CancelAsync();
        try
        {
            await delay;
            return "wrong";
        }
        catch (OperationCanceledException)
        {
            return "cancelled";
        }
    }

    public static async Task<string> DelayAsMethodGroup()
    {
        Func<TimeSpan, Task> delay = Task.Delay;
        await delay(TimeSpan.FromMilliseconds(1));
        return "method group";
    }

    public static async Task<string> ClocksAgree()
    {
        var (utc, offset, ticks, stamp) = (DateTime.UtcNow, DateTimeOffset.UtcNow, Environment.TickCount64, Stopwatch.GetTimestamp());
        var provided = TimeProvider.System.GetUtcNow();
        await Task.Delay(20);
        var ok = DateTime.UtcNow > utc && DateTimeOffset.Now > offset && Environment.TickCount64 > ticks && Stopwatch.GetElapsedTime(stamp) > TimeSpan.Zero
            && TimeProvider.System.GetUtcNow() > provided && DateTime.Today <= DateTime.Now;
        return ok ? "clocks" : "wrong";
    }

    public static async Task<string> OnlyUnderControlAnHour()
    {
        var before = DateTimeOffset.UtcNow;
        await Task.Delay(TimeSpan.FromHours(1));
        return (DateTimeOffset.UtcNow - before).ToString();
    }
}
