namespace Controlled.Time;

internal static class TimerPrograms
{
    private const string Type = "System.Threading.Timer::";

    [Program(Type + ".ctor", "6 by 01:05:00, 1 active", Also = [Type + "Dispose", Type + "get_ActiveCount"])]
    public static async Task<string> Periodic_report_is_sent_every_ten_minutes()
    {
        var (started, sent) = (DateTime.UtcNow, 0);
        using var timer = new Timer(_ => sent++, null, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));
        while (sent < 6) await Task.Delay(TimeSpan.FromMinutes(65));
        return $"{sent} by {DateTime.UtcNow - started}, {Timer.ActiveCount} active";
    }

    [Program(Type + ".ctor", "1", "2")]
    public static async Task<string> Ticks_that_overlap_count_past_each_other()
    {
        var count = 0;
        await using var timer = new Timer(
            _ =>
            {
                var read = count;
                Thread.Sleep(10);
                count = read + 1;
            },
            null,
            10,
            10);
        await Task.Delay(25);
        timer.Change(Timeout.Infinite, Timeout.Infinite);
        await Task.Delay(1000);
        return $"{count}";
    }

    [Program(Type + ".ctor", "ab", "ba")]
    public static async Task<string> Timers_due_at_once_tick_in_either_order()
    {
        var text = "";
        using var a = new Timer(_ => text += "a", null, 100L, Timeout.Infinite);
        using var b = new Timer(_ => text += "b", null, 100u, uint.MaxValue);
        await Task.Delay(200);
        return text;
    }

    [Program(Type + "Change", "tick at 00:00:05, False", Also = [Type + ".ctor", Type + "Dispose"])]
    public static async Task<string> Debounce_ticks_once_after_the_last_change()
    {
        var (started, text) = (DateTime.UtcNow, "");
        var timer = new Timer(_ => text += $"tick at {DateTime.UtcNow - started}");
        for (var i = 0; i < 3; i++)
        {
            timer.Change(3000, Timeout.Infinite);
            await Task.Delay(1000);
        }

        timer.Change(TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        await Task.Delay(10_000);
        timer.Dispose();
        return $"{text}, {timer.Change(1L, 1L)}";
    }

    [Program(Type + "Dispose", "used", "used after close", Also = [Type + "Change"])]
    public static async Task<string> Dispose_does_not_wait_for_a_tick_that_runs()
    {
        var (isClosed, text) = (false, "");
        var timer = new Timer(
            _ =>
            {
                Thread.Sleep(5);
                text = isClosed ? "used after close" : "used";
            });
        timer.Change(0u, uint.MaxValue);
        await Task.Delay(5);
        timer.Dispose();
        isClosed = true;
        await Task.Delay(10);
        return text;
    }

    [Program(Type + "Dispose", "closed after 1 tick", Also = [Type + ".ctor"])]
    public static async Task<string> Dispose_with_a_handle_waits_for_the_tick_that_runs()
    {
        var (begun, ended) = (0, 0);
        using var quiet = new ManualResetEvent(false);
        var timer = new Timer(
            _ =>
            {
                begun++;
                Thread.Sleep(50);
                ended++;
            },
            null,
            10,
            Timeout.Infinite);
        await Task.Delay(20);
        timer.Dispose(quiet);
        while (!quiet.WaitOne(0)) await Task.Delay(1);
        return begun == ended ? $"closed after {ended} tick" : "closed while it ran";
    }

    [Program(Type + "DisposeAsync", "0 run", Also = [Type + ".ctor"])]
    public static async Task<string> DisposeAsync_ends_when_no_tick_runs_any_more()
    {
        var running = 0;
        var timer = new Timer(
            _ =>
            {
                running++;
                Thread.Sleep(50);
                running--;
            },
            null,
            TimeSpan.Zero,
            TimeSpan.FromMilliseconds(20));
        await Task.Delay(70);
        await timer.DisposeAsync();
        return $"{running} run";
    }

    [Program("System.Threading.ITimer::Change", "x", Also = ["System.TimeProvider::get_System"])]
    public static async Task<string> Timer_of_the_provider_keeps_its_callers_context()
    {
        var (name, seen) = (new AsyncLocal<string> { Value = "x" }, "");
        await using var timer = TimeProvider.System.CreateTimer(_ => seen += name.Value, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        name.Value = "y";
        timer.Change(TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        await Task.Delay(TimeSpan.FromHours(2));
        return seen;
    }

    [Program(Type + "DisposeAsync", "used", "used after close")]
    public static async Task<string> DisposeAsync_that_nobody_awaits_does_not_wait_for_a_tick_that_runs()
    {
        var (isClosed, text) = (false, "");
        var timer = new Timer(
            _ =>
            {
                Thread.Sleep(5);
                text = isClosed ? "used after close" : "used";
            },
            null,
            0,
            Timeout.Infinite);
        await Task.Delay(5);
        var closing = timer.DisposeAsync();
        isClosed = true;
        await Task.Delay(10);
        await closing;
        return text;
    }

    [Program(Type + "get_ActiveCount", "idle", "busy")]
    public static async Task<string> Timer_counts_as_active_until_it_ticks()
    {
        await using var timer = new Timer(static _ => { }, null, 10, Timeout.Infinite);
        await Task.Delay(10);
        return Timer.ActiveCount == 0 ? "idle" : "busy";
    }

    [Program("System.Threading.ITimer::Change", "quiet", "ticked after it was stopped")]
    public static async Task<string> Timer_that_is_stopped_when_it_is_due_ticks_once_more()
    {
        var count = 0;
        await using var timer = TimeProvider.System.CreateTimer(_ => count++, null, TimeSpan.FromMilliseconds(10), Timeout.InfiniteTimeSpan);
        await Task.Delay(10);
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var seen = count;
        await Task.Delay(100);
        return seen == count ? "quiet" : "ticked after it was stopped";
    }
}
