namespace Controlled.Time;

internal static class SystemTimerPrograms
{
    private const string Timer = "System.Timers.Timer::";

    [Program(Timer + "Start", "3 at 00:00:03", Also = [Timer + "Stop", Timer + "set_Interval", Timer + "get_Enabled"])]
    public static async Task<string> Poller_stops_itself_after_three()
    {
        var (count, started, last) = (0, DateTime.Now, TimeSpan.Zero);
        using var timer = new System.Timers.Timer { Interval = 1000 };
        timer.Elapsed += (_, e) =>
        {
            last = e.SignalTime - started;
            if (++count == 3) timer.Stop();
        };
        timer.Start();
        while (timer.Enabled) await Task.Delay(TimeSpan.FromMinutes(1));
        return $"{count} at {last}";
    }

    [Program(Timer + "set_AutoReset", "1 False", Also = [Timer + "set_Enabled", Timer + "Close"])]
    public static async Task<string> One_shot_is_raised_once()
    {
        var count = 0;
        var timer = new System.Timers.Timer(TimeSpan.FromSeconds(5)) { AutoReset = false };
        timer.Elapsed += (_, _) => count++;
        timer.Enabled = true;
        await Task.Delay(TimeSpan.FromHours(1));
        var isEnabled = timer.Enabled;
        timer.Close();
        return $"{count} {isEnabled}";
    }

    [Program(Timer + "Start", "1", "2", Also = [Timer + "Close", Timer + "set_Enabled", Timer + "set_AutoReset"])]
    public static async Task<string> Handlers_that_overlap_lose_an_update()
    {
        var count = 0;
        using var timer = new System.Timers.Timer(10) { AutoReset = true };
        timer.Elapsed += (_, _) =>
        {
            var read = count;
            Thread.Sleep(10);
            count = read + 1;
        };
        timer.Start();
        await Task.Delay(25);
        timer.Stop();
        await Task.Delay(100);
        timer.Close();
        return $"{count}";
    }

    [Program(Timer + "Stop", "late", "in time", "none", Also = [Timer + "get_Enabled", Timer + "set_Interval"])]
    public static async Task<string> Handler_that_runs_when_it_is_stopped_still_ends()
    {
        var (isStopped, text) = (false, "");
        using var timer = new System.Timers.Timer { Interval = 5 };
        timer.Elapsed += (_, _) =>
        {
            if (text.Length > 0 || isStopped) return;
            Thread.Yield();
            text = isStopped ? "late" : "in time";
        };
        timer.Start();
        await Task.Delay(5);
        timer.Stop();
        isStopped = true;
        await Task.Delay(100);
        return text.Length == 0 ? "none" : text;
    }
}
