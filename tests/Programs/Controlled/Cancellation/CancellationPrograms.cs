namespace Controlled.Cancellation;

internal static class CancellationPrograms
{
    private const string Source = "System.Threading.CancellationTokenSource::";
    private const string Token = "System.Threading.CancellationToken::";

    [Program(Source + ".ctor", "cancelled after 01:00:00", Also = [Token + "ThrowIfCancellationRequested"])]
    public static async Task<string> Timeout_of_an_hour_passes_at_once()
    {
        var started = DateTime.UtcNow;
        using var timeout = new CancellationTokenSource(TimeSpan.FromHours(1));
        using var other = new CancellationTokenSource(Timeout.Infinite);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, timeout.Token);
        }
        catch (OperationCanceledException e) when (e.CancellationToken == timeout.Token)
        {
            other.Token.ThrowIfCancellationRequested();
        }

        return $"cancelled after {DateTime.UtcNow - started}";
    }

    [Program(Source + ".ctor", "answered", "timed out", Also = [Source + "CancelAfter"])]
    public static async Task<string> Answer_and_timeout_at_one_instant_race()
    {
        using var timeout = new CancellationTokenSource(100);
        var answer = new TaskCompletionSource<string>();
        await using var registration = timeout.Token.Register(() => answer.TrySetResult("timed out"));
        var server = Task.Run(async () =>
        {
            await Task.Delay(100, CancellationToken.None);
            answer.TrySetResult("answered");
        });
        var first = await answer.Task;
        await server;
        return first;
    }

    [Program(Source + "CancelAfter", "3 extensions, then cancelled at 00:00:40", Also = [Source + "get_IsCancellationRequested"])]
    public static async Task<string> Keepalive_pushes_the_timeout_back()
    {
        var (started, count) = (DateTime.UtcNow, 0);
        using var idle = new CancellationTokenSource();
        var ended = new TaskCompletionSource<TimeSpan>();
        using var registration = idle.Token.UnsafeRegister(_ => ended.SetResult(DateTime.UtcNow - started), null);
        for (; count < 3 && !idle.IsCancellationRequested; count++)
        {
            idle.CancelAfter(count == 0 ? 10_000 : 20_000);
            await Task.Delay(TimeSpan.FromSeconds(5));
        }

        idle.CancelAfter(TimeSpan.FromSeconds(25));
        return $"{count} extensions, then cancelled at {await ended.Task}";
    }

    [Program(Source + "TryReset", "True False, False True", Also = [Source + "CancelAfter"])]
    public static async Task<string> Pooled_source_is_reset_unless_it_was_cancelled()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var first = source.TryReset();
        await Task.Delay(2000);
        var text = $"{first} {source.IsCancellationRequested}";
        source.CancelAfter(1);
        await Task.Delay(2000);
        return $"{text}, {source.TryReset()} {source.IsCancellationRequested}";
    }

    [Program(Source + "TryReset", "True", "False")]
    public static async Task<string> Reset_races_with_the_timeout()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        await Task.Delay(1000);
        return $"{source.TryReset()}";
    }

    [Program(Source + "Cancel", "second first outer, AggregateException of 2", Also = [Token + "Register", Source + "CreateLinkedTokenSource"])]
    public static string Cancel_runs_the_callbacks_inline_last_first()
    {
        var text = "";
        using var source = new CancellationTokenSource();
        using var outer = CancellationTokenSource.CreateLinkedTokenSource(source.Token, CancellationToken.None);
        using var none = outer.Token.Register(() => text += "outer");
        source.Token.Register(
            state =>
            {
                text += $"{state} ";
                throw new InvalidOperationException("1");
            },
            "first");
        source.Token.Register(
            (state, token) =>
            {
                text += $"{state} ";
                if (token.IsCancellationRequested) throw new InvalidOperationException("2");
            },
            "second");
        try
        {
            source.Cancel(throwOnFirstException: false);
        }
        catch (AggregateException e)
        {
            text += $", AggregateException of {e.InnerExceptions.Count}";
        }

        return text;
    }

    [Program(Source + "Cancel", "cleaned", "used after cleaning", Also = [Token + "Register"])]
    public static async Task<string> Callback_cleans_up_what_is_in_use()
    {
        var (isOpen, text) = (true, "");
        using var source = new CancellationTokenSource();
        source.Token.Register(() => isOpen = false);
        var user = Task.Run(() =>
        {
            if (!isOpen) return;
            Thread.Yield();
            if (!isOpen) text = "used after cleaning";
        });
        var canceller = Task.Run(source.Cancel);
        await Task.WhenAll(user, canceller);
        return text.Length == 0 ? "cleaned" : text;
    }

    [Program(Source + "CancelAsync", "True 0, then 1")]
    public static async Task<string> CancelAsync_cancels_at_once_and_calls_back_elsewhere()
    {
        var (count, gate) = (0, new SemaphoreSlim(0));
        using var source = new CancellationTokenSource();
        source.Token.Register(() =>
        {
            gate.Wait();
            count++;
        });
        var cancelling = source.CancelAsync();
        var text = $"{source.IsCancellationRequested} {count}";
        gate.Release();
        await cancelling;
        return $"{text}, then {count}";
    }

    [Program(Source + "CancelAsync", "0", "1")]
    public static async Task<string> CancelAsync_that_nobody_awaits_calls_back_at_any_time()
    {
        var count = 0;
        using var source = new CancellationTokenSource();
        source.Token.Register(() => count++);
        _ = source.CancelAsync();
        await Task.Yield();
        return $"{count}";
    }

    [Program(Token + "get_IsCancellationRequested", "stopped", Also = [Source + "Cancel", Token + "get_WaitHandle"])]
    public static async Task<string> Worker_that_polls_its_token_stops()
    {
        using var stop = new CancellationTokenSource();
        var token = stop.Token;
        var worker = Task.Run(() =>
        {
            var count = 0;
            while (!token.IsCancellationRequested) count++;
            return token.WaitHandle.WaitOne(0) ? "stopped" : "went on";
        });
        await Task.Yield();
        stop.Cancel();
        return await worker;
    }

    [Program(Token + "get_IsCancellationRequested", "saved", "saved after cancel", "cancelled", Also = [Token + "ThrowIfCancellationRequested", Source + "get_IsCancellationRequested"])]
    public static async Task<string> Check_before_the_save_is_too_early()
    {
        using var source = new CancellationTokenSource();
        var token = source.Token;
        var worker = Task.Run(() =>
        {
            if (token.IsCancellationRequested) return "cancelled";
            return source.IsCancellationRequested ? "saved after cancel" : "saved";
        });
        source.Cancel();
        return await worker;
    }

    [Program(Token + "ThrowIfCancellationRequested", "done", "throws OperationCanceledException")]
    public static async Task<string> Cancel_and_the_last_item_race()
    {
        using var source = new CancellationTokenSource();
        var token = source.Token;
        var worker = Task.Run(() =>
        {
            for (var i = 0; i < 2; i++) token.ThrowIfCancellationRequested();
            return "done";
        });
        source.Cancel();
        return await worker;
    }
}
