namespace Controlled.Tasks;

internal static class WaitAsyncPrograms
{
    private const string Row = "System.Threading.Tasks.Task::WaitAsync";
    private const string RowOf = "System.Threading.Tasks.Task`1::WaitAsync";

    [Program(Row, "late after 10 s, 42, cancelled", Also = [RowOf])]
    public static async Task<string> Waiting_ends_with_the_task_the_time_or_the_token()
    {
        var (started, text) = (DateTime.UtcNow, "");
        var answer = Task.Delay(TimeSpan.FromHours(1)).ContinueWith(_ => 42);
        try
        {
            await answer.WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (TimeoutException)
        {
            text = $"late after {(DateTime.UtcNow - started).TotalSeconds} s";
        }

        text += $", {await answer.WaitAsync(TimeSpan.FromHours(2), TimeProvider.System)}";
        using var cancellation = new CancellationTokenSource();
        using var slots = new SemaphoreSlim(0);
        var waiting = slots.WaitAsync().WaitAsync(TimeSpan.FromDays(1), cancellation.Token);
        await cancellation.CancelAsync();
        try
        {
            await waiting;
        }
        catch (TaskCanceledException)
        {
            text += ", cancelled";
        }

        return text;
    }

    [Program(Row, "done", "late", Also = [RowOf])]
    public static async Task<string> Task_that_ends_with_the_time_is_in_time_or_not()
    {
        var work = Task.Run(async () =>
        {
            await Task.Delay(1000);
            return "done";
        });
        try
        {
            return await work.WaitAsync(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            return "late";
        }
    }
}
