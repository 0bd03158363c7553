namespace Controlled.Time;

internal static class PeriodicTimerPrograms
{
    private const string Timer = "System.Threading.PeriodicTimer::.ctor";

    [Program(Timer, "24 in 1.00:00:00")]
    public static async Task<string> Hourly_job_runs_for_a_day()
    {
        var (started, count) = (DateTime.UtcNow, 0);
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (count < 24 && await timer.WaitForNextTickAsync()) count++;
        return $"{count} in {DateTime.UtcNow - started}";
    }

    [Program(Timer, "slow, then 00:00:03 cancelled")]
    public static async Task<string> Loop_ends_when_its_token_is_cancelled()
    {
        var text = "";
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5.5));
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System) { Period = TimeSpan.FromSeconds(3) };
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token)) text += $"slow, then {timer.Period} ";
        }
        catch (OperationCanceledException e) when (e.CancellationToken == stop.Token)
        {
            text += "cancelled";
        }

        return text;
    }

    [Program(Timer, "False", "True")]
    public static async Task<string> Tick_and_dispose_at_once_come_in_either_order()
    {
        var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var waiting = Task.Run(async () => await timer.WaitForNextTickAsync());
        await Task.Delay(TimeSpan.FromSeconds(1));
        timer.Dispose();
        return $"{await waiting}";
    }
}
