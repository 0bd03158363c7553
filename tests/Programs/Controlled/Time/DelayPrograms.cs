namespace Controlled.Time;

internal static class DelayPrograms
{
    private const string Delay = "System.Threading.Tasks.Task::Delay";

    [Program(Delay, "after 21 s, cancelled cancelled cancelled")]
    public static async Task<string> Delays_last_as_long_as_they_say()
    {
        using var never = new CancellationTokenSource();
        using var soon = new CancellationTokenSource(TimeSpan.FromHours(1));
        var started = DateTime.UtcNow;
        await Task.Delay(1000);
        await Task.Delay(TimeSpan.FromSeconds(2));
        await Task.Delay(3000, never.Token);
        await Task.Delay(TimeSpan.FromSeconds(4), never.Token);
        await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System);
        await Task.Delay(TimeSpan.FromSeconds(6), TimeProvider.System, never.Token);
        var text = $"after {(DateTime.UtcNow - started).TotalSeconds} s, ";
        Task[] delays = [Task.Delay(Timeout.Infinite, soon.Token), Task.Delay(Timeout.InfiniteTimeSpan, soon.Token), Task.Delay(TimeSpan.FromDays(1), TimeProvider.System, soon.Token)];
        return text + string.Join(' ', await Task.WhenAll(delays.Select(AwaitAsync)));

        async Task<string> AwaitAsync(Task delay)
        {
            try
            {
                await delay;
                return "over";
            }
            catch (OperationCanceledException exception) when (exception.CancellationToken == soon.Token)
            {
                return "cancelled";
            }
        }
    }

    [Program(Delay, "answered", "timed out")]
    public static async Task<string> Answer_that_comes_with_its_timeout_wins_or_loses()
    {
        var answering = AnswerAsync();
        var first = await Task.WhenAny(answering, Task.Delay(100));
        return first == answering ? await answering : "timed out";

        static async Task<string> AnswerAsync()
        {
            await Task.Delay(100);
            return "answered";
        }
    }
}
