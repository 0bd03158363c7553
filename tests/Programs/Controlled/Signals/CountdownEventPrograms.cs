namespace Controlled.Signals;

internal static class CountdownEventPrograms
{
    private const string Type = "System.Threading.CountdownEvent::";

    [Program(Type + "Wait", "3, True 0", Also = [Type + "Signal", Type + "AddCount", Type + "TryAddCount", Type + "get_IsSet", Type + "get_CurrentCount"])]
    public static async Task<string> All_workers_are_waited_for()
    {
        using var left = new CountdownEvent(1);
        var done = 0;
        for (var i = 0; i < 3; i++)
        {
            if (i == 0) left.AddCount();
            else if (!left.TryAddCount(1)) throw new InvalidOperationException();
            _ = Task.Run(() =>
            {
                Interlocked.Increment(ref done);
                left.Signal();
            });
        }

        left.Signal(1);
        left.Wait();
        return await Task.FromResult($"{done}, {left.IsSet} {left.CurrentCount}");
    }

    [Program(Type + "AddCount", "done", "throws InvalidOperationException", Also = [Type + "Signal", Type + "Wait"])]
    public static async Task<string> Countdown_is_over_before_the_last_is_added()
    {
        using var left = new CountdownEvent(1);
        var first = Task.Run(left.Signal);
        left.AddCount(1);
        var second = Task.Run(left.Signal);
        await Task.WhenAll(first, second);
        left.Wait();
        return "done";
    }

    [Program(Type + "TryAddCount", "True", "False", Also = [Type + "Signal"])]
    public static async Task<string> Late_worker_may_be_refused()
    {
        using var left = new CountdownEvent(1);
        var first = Task.Run(left.Signal);
        var isAdded = left.TryAddCount();
        await first;
        return $"{isAdded}";
    }

    [Program(Type + "Reset", "False False False False, cancelled, 2 5", Also = [Type + "Wait", Type + "get_CurrentCount"])]
    public static async Task<string> Waits_end_by_time_or_cancellation()
    {
        using var left = new CountdownEvent(2);
        using var cancellation = new CancellationTokenSource();
        var ten = TimeSpan.FromMilliseconds(10);
        var answers = $"{left.Wait(10)} {left.Wait(ten)} {left.Wait(10, cancellation.Token)} {left.Wait(ten, cancellation.Token)}";
        var canceller = Task.Run(cancellation.Cancel);
        try
        {
            left.Wait(cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            answers += ", cancelled";
        }

        await canceller;
        left.Signal();
        left.Reset();
        var again = left.CurrentCount;
        left.Reset(5);
        return $"{answers}, {again} {left.CurrentCount}";
    }

    [Program(Type + "Reset", "done", "deadlock", Also = [Type + "Signal", Type + "Wait"])]
    public static async Task<string> Round_is_reset_after_one_has_signalled()
    {
        using var left = new CountdownEvent(2);
        var workers = new[] { Task.Run(left.Signal), Task.Run(left.Signal) };
        left.Reset();
        await Task.WhenAll(workers);
        left.Wait();
        return "done";
    }

    [Program(Type + "get_CurrentCount", "1 last", "0 last", Also = [Type + "Signal"])]
    public static async Task<string> Who_is_last_is_not_found_by_looking()
    {
        using var left = new CountdownEvent(2);
        var last = 0;
        void Work()
        {
            var isLast = left.CurrentCount == 1;
            left.Signal();
            if (isLast) Interlocked.Increment(ref last);
        }

        await Task.WhenAll(Task.Run(Work), Task.Run(Work));
        return $"{last} last";
    }

    [Program(Type + "get_IsSet", "1 reported", "2 reported", Also = [Type + "Signal"])]
    public static async Task<string> Completion_is_reported_twice()
    {
        using var left = new CountdownEvent(2);
        var reported = 0;
        void Work()
        {
            left.Signal();
            if (left.IsSet) Interlocked.Increment(ref reported);
        }

        await Task.WhenAll(Task.Run(Work), Task.Run(Work));
        return $"{reported} reported";
    }
}
