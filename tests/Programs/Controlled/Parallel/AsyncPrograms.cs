namespace Controlled.Loops;

internal static class AsyncPrograms
{
    private const string ForEachAsync = "System.Threading.Tasks.Parallel::ForEachAsync";
    private const string ForAsync = "System.Threading.Tasks.Parallel::ForAsync";

    [Program(ForEachAsync, "10 in 2 s, at most 2 at once")]
    public static async Task<string> Limit_is_kept()
    {
        var (sum, now, most, started) = (0, 0, 0, DateTime.UtcNow);
        await Parallel.ForEachAsync([1, 2, 3, 4], new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (item, cancellationToken) =>
        {
            most = Math.Max(most, ++now);
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            now--;
            sum += item;
        });
        return $"{sum} in {(DateTime.UtcNow - started).TotalSeconds} s, at most {most} at once";
    }

    [Program(ForEachAsync, "1", "2")]
    public static async Task<string> Update_across_an_await_is_lost()
    {
        var count = 0;
        await Parallel.ForEachAsync(NumbersAsync(), async (_, _) =>
        {
            var read = count;
            await Task.Yield();
            count = read + 1;
        });
        return $"{count}";
    }

    [Program(ForEachAsync, "first failure: 0 fails., all: 1", "first failure: 0 fails., all: 2", "first failure: 1 fails., all: 2")]
    public static async Task<string> Failures_are_told_together()
    {
        var loop = Parallel.ForEachAsync([0, 1], async (item, _) =>
        {
            await Task.Yield();
            throw new InvalidOperationException($"{item} fails.");
        });
        try
        {
            await loop;
        }
        catch (InvalidOperationException exception)
        {
            return $"first failure: {exception.Message}, all: {loop.Exception!.InnerExceptions.Count}";
        }

        return "no failure";
    }

    [Program(ForEachAsync, "cancelled by the right token")]
    public static async Task<string> Cancelled_loop_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var loop = Parallel.ForEachAsync(NumbersAsync(), source.Token, static async (_, cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken));
        await Task.Run(source.Cancel);
        try
        {
            await loop;
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == source.Token)
        {
            return "cancelled by the right token";
        }

        return "not cancelled";
    }

    [Program(ForAsync, "3 6")]
    public static async Task<string> Every_number_is_handled_once()
    {
        var (sum, longs) = (0, 0L);
        await Parallel.ForAsync(0, 3, async (i, _) =>
        {
            await Task.Yield();
            sum += i;
        });
        await Parallel.ForAsync(0L, 4L, CancellationToken.None, (i, _) =>
        {
            Interlocked.Add(ref longs, i);
            return ValueTask.CompletedTask;
        });
        return $"{sum} {longs}";
    }

    [Program(ForAsync, "01", "10")]
    public static async Task<string> Numbers_are_handled_in_either_order()
    {
        var text = "";
        await Parallel.ForAsync(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, _) =>
        {
            await Task.Yield();
            text += i;
        });
        return text;
    }

    private static async IAsyncEnumerable<int> NumbersAsync()
    {
        for (var i = 1; i <= 2; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }
}
