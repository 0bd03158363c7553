using System.Diagnostics;

namespace Controlled.Time;

/// <summary>Clocks that are read at the wrong moment, and watches that several share.</summary>
internal static class MisreadClockPrograms
{
    private const string Watch = "System.Diagnostics.Stopwatch::";

    [Program("System.Environment::get_TickCount64", "in time", "too late")]
    public static Task<string> Deadline_counts_the_wait_for_the_lock() =>
        MeasureAsync(static () =>
        {
            var deadline = Environment.TickCount64 + 100;
            return () => Environment.TickCount64 <= deadline;
        });

    [Program("System.Environment::get_TickCount", "in time", "too late")]
    public static Task<string> Deadline_in_small_ticks_counts_the_wait_for_the_lock() =>
        MeasureAsync(static () =>
        {
            var started = Environment.TickCount;
            return () => unchecked(Environment.TickCount - started) <= 100;
        });

    [Program(Watch + "GetTimestamp", "in time", "too late", Also = [Watch + "GetElapsedTime"])]
    public static Task<string> Budget_counts_the_wait_for_the_lock() =>
        MeasureAsync(static () =>
        {
            var started = Stopwatch.GetTimestamp();
            return () => Stopwatch.GetElapsedTime(started) <= TimeSpan.FromMilliseconds(100);
        });

    [Program("System.TimeProvider::get_System", "in time", "too late")]
    public static Task<string> Budget_by_the_provider_counts_the_wait_for_the_lock() =>
        MeasureAsync(static () =>
        {
            var clock = TimeProvider.System;
            var started = clock.GetTimestamp();
            return () => clock.GetElapsedTime(started) <= TimeSpan.FromMilliseconds(100);
        });

    [Program("System.DateTime::get_Today", "2020-01-01", "2020-01-02")]
    public static async Task<string> Order_of_the_evening_is_booked_on_the_next_day()
    {
        var (gate, day) = (new object(), default(DateTime));
        await Task.Delay(TimeSpan.FromMinutes((24 * 60) - 1));
        void Close()
        {
            lock (gate) Thread.Sleep(TimeSpan.FromMinutes(1));
        }

        void Book()
        {
            lock (gate) day = DateTime.Today;
        }

        await Task.WhenAll(Task.Run(Close), Task.Run(Book));
        return $"{day:yyyy-MM-dd}";
    }

    [Program(Watch + "Stop", "stopped at 50", "still runs at 50", Also = [Watch + "Start", Watch + "get_IsRunning", Watch + "get_ElapsedMilliseconds"])]
    public static async Task<string> Watch_is_read_while_its_owner_stops_it()
    {
        var watch = new Stopwatch();
        async Task WorkAsync()
        {
            watch.Start();
            await Task.Delay(50);
            watch.Stop();
        }

        async Task<string> ReportAsync()
        {
            await Task.Delay(50);
            return watch.IsRunning ? $"still runs at {watch.ElapsedMilliseconds}" : $"stopped at {watch.ElapsedMilliseconds}";
        }

        var working = WorkAsync();
        var report = await ReportAsync();
        await working;
        return report;
    }

    [Program(Watch + "Restart", "0", "50", Also = [Watch + "StartNew", Watch + "get_ElapsedTicks"])]
    public static Task<string> Watch_that_two_share_begins_again_for_both() => ShareAsync(static watch => watch.Restart());

    [Program(Watch + "Reset", "0", "50", Also = [Watch + "StartNew", Watch + "get_ElapsedTicks"])]
    public static Task<string> Watch_that_two_share_is_emptied_for_both() => ShareAsync(static watch => watch.Reset());

    // Two do the same piece of work, one after the other; one of them measures.
    private static async Task<string> MeasureAsync(Func<Func<bool>> begin)
    {
        var gate = new object();
        void Work()
        {
            lock (gate) Thread.Sleep(80);
        }

        var other = Task.Run(Work);
        var mine = Task.Run(() =>
        {
            var isInTime = begin();
            Work();
            return isInTime() ? "in time" : "too late";
        });
        await other;
        return await mine;
    }

    private static async Task<string> ShareAsync(Action<Stopwatch> begin)
    {
        var watch = Stopwatch.StartNew();
        async Task BeginAsync()
        {
            await Task.Delay(50);
            begin(watch);
        }

        var other = BeginAsync();
        await Task.Delay(50);
        var milliseconds = watch.ElapsedTicks * 1000 / Stopwatch.Frequency;
        await other;
        return $"{milliseconds}";
    }
}
