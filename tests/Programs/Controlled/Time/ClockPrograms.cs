using System.Diagnostics;

namespace Controlled.Time;

internal static class ClockPrograms
{
    private const string Watch = "System.Diagnostics.Stopwatch::";

    [Program(
        Watch + "get_Elapsed",
        "00:00:30 30000 True, 00:00:30 False, 00:01:00, 5",
        Also = [Watch + "StartNew", Watch + "Start", Watch + "Stop", Watch + "Restart", Watch + "get_IsRunning", Watch + "get_ElapsedMilliseconds", Watch + "get_ElapsedTicks"])]
    public static async Task<string> Stopwatch_counts_virtual_time()
    {
        var watch = Stopwatch.StartNew();
        await Task.Delay(TimeSpan.FromSeconds(30));
        var text = $"{watch.Elapsed} {watch.ElapsedMilliseconds} {watch.IsRunning}";
        watch.Stop();
        await Task.Delay(TimeSpan.FromSeconds(30));
        text += $", {watch.Elapsed} {watch.IsRunning}";
        watch.Start();
        await Task.Delay(TimeSpan.FromSeconds(30));
        text += $", {watch.Elapsed}";
        watch.Restart();
        await Task.Delay(TimeSpan.FromSeconds(5));
        return $"{text}, {watch.ElapsedTicks / Stopwatch.Frequency}";
    }

    [Program(Watch + "Reset", "00:00:00 False", Also = [Watch + "get_Elapsed"])]
    public static async Task<string> Stopwatch_that_is_reset_stands_at_nothing()
    {
        var watch = new Stopwatch();
        watch.Start();
        await Task.Delay(1000);
        watch.Reset();
        await Task.Delay(1000);
        return $"{watch.Elapsed} {watch.IsRunning}";
    }

    [Program(Watch + "get_Elapsed", "fast", "slow", Also = [Watch + "StartNew", Watch + "get_ElapsedMilliseconds"])]
    public static async Task<string> Budget_that_is_measured_while_others_hold_the_lock_is_overdrawn()
    {
        var gate = new object();
        void Work()
        {
            lock (gate) Thread.Sleep(80);
        }

        var other = Task.Run(Work);
        var mine = Task.Run(() =>
        {
            var watch = Stopwatch.StartNew();
            Work();
            return watch.ElapsedMilliseconds <= 100 ? "fast" : "slow";
        });
        await other;
        return await mine;
    }

    [Program(
        Watch + "GetTimestamp",
        "01:00:00 01:00:00 3600000 3600000",
        Also = [Watch + "GetElapsedTime", "System.Environment::get_TickCount", "System.Environment::get_TickCount64"])]
    public static async Task<string> Clocks_agree()
    {
        var (stamp, ticks, ticks64) = (Stopwatch.GetTimestamp(), Environment.TickCount, Environment.TickCount64);
        await Task.Delay(TimeSpan.FromHours(1));
        return $"{Stopwatch.GetElapsedTime(stamp)} {Stopwatch.GetElapsedTime(stamp, Stopwatch.GetTimestamp())} {Environment.TickCount - ticks} {Environment.TickCount64 - ticks64}";
    }

    [Program(
        "System.DateTime::get_UtcNow",
        "2020-01-01 00:00 UTC, 2020-01-02",
        Also = ["System.DateTime::get_Now", "System.DateTime::get_Today", "System.DateTimeOffset::get_UtcNow", "System.DateTimeOffset::get_Now", "System.TimeProvider::get_System"])]
    public static async Task<string> Dates_begin_where_the_exploration_says()
    {
        var text = $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC";
        var same = DateTime.Now == DateTime.UtcNow && DateTimeOffset.Now == DateTimeOffset.UtcNow && TimeProvider.System.GetUtcNow() == DateTimeOffset.UtcNow;
        await Task.Delay(TimeSpan.FromDays(1));
        return same ? $"{text}, {DateTime.Today:yyyy-MM-dd}" : "they differ";
    }

    [Program(
        "System.DateTime::get_UtcNow",
        "fresh",
        "stale",
        Also = ["System.DateTime::get_Now", "System.DateTimeOffset::get_UtcNow", "System.DateTimeOffset::get_Now", "System.Threading.Tasks.Task::Delay"])]
    public static async Task<string> Entry_that_expires_between_check_and_use_is_stale()
    {
        var (gate, expires, use) = (new object(), DateTime.UtcNow.AddSeconds(1), "");
        var reader = Task.Run(() =>
        {
            if (DateTimeOffset.Now >= expires) return;
            lock (gate) use = DateTime.Now < expires && DateTimeOffset.UtcNow < expires ? "fresh" : "stale";
        });
        var slow = Task.Run(() =>
        {
            lock (gate) Thread.Sleep(1000);
        });
        await Task.WhenAll(reader, slow);
        return use;
    }
}
