namespace Controlled.Tasks;

internal static class ContinueWithPrograms
{
    private const string Row = "System.Threading.Tasks.Task::ContinueWith";
    private const string RowOf = "System.Threading.Tasks.Task`1::ContinueWith";

    [Program(RowOf, "6x!", Also = [Row])]
    public static async Task<string> Continuations_hand_on_results()
    {
        var chain = Task.Run(() => 2).ContinueWith(task => task.Result * 3).ContinueWith((task, state) => $"{task.Result}{state}", "x");
        var text = await chain.ContinueWith(task => task.Result + "!", CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await Task.CompletedTask.ContinueWith(_ => { }, TaskScheduler.Default).ContinueWith((_, _) => { }, null, TaskContinuationOptions.PreferFairness);
        return text;
    }

    [Program(Row, "1", "2", Also = [RowOf])]
    public static async Task<string> Two_continuations_of_one_task_run_side_by_side()
    {
        var (first, count) = (new TaskCompletionSource<int>(), 0);
        void Add(Task done)
        {
            var read = count;
            Thread.Yield();
            count = read + 1;
        }

        var both = Task.WhenAll(first.Task.ContinueWith(Add), first.Task.ContinueWith(Add));
        first.SetResult(1);
        await both;
        return $"{count}";
    }

    [Program(Row, "boom, RanToCompletion Canceled", Also = ["System.Threading.Tasks.Task::get_Exception", "System.Threading.Tasks.Task::get_IsCanceled"])]
    public static async Task<string> Continuation_that_does_not_apply_is_cancelled()
    {
        var failing = Task.Run(() => throw new InvalidOperationException("boom"));
        var message = "";
        var onFault = failing.ContinueWith(task => message = task.Exception!.InnerException!.Message, TaskContinuationOptions.OnlyOnFaulted);
        var otherwise = failing.ContinueWith(_ => message = "fine", TaskContinuationOptions.NotOnFaulted);
        await onFault;
        while (!otherwise.IsCanceled) await Task.Yield();
        return $"{message}, {onFault.Status} {otherwise.Status}";
    }

    [Program(Row, "True")]
    public static string Synchronous_continuation_runs_where_the_task_completes()
    {
        var (source, ran) = (new TaskCompletionSource(), false);
        source.Task.ContinueWith(_ => ran = true, TaskContinuationOptions.ExecuteSynchronously);
        source.SetResult();
        return $"{ran}";
    }

    [Program(Row, "False", "True")]
    public static string Continuation_has_run_when_the_task_is_complete_or_not()
    {
        var (source, ran) = (new TaskCompletionSource(), false);
        source.Task.ContinueWith(_ => Volatile.Write(ref ran, true));
        source.SetResult();
        return $"{Volatile.Read(ref ran)}";
    }

    [Program(Row, "False", "True")]
    public static string Source_that_continues_asynchronously_does_not_run_synchronous_continuations_itself()
    {
        var (source, ran) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), false);
        source.Task.ContinueWith(_ => Volatile.Write(ref ran, true), TaskContinuationOptions.ExecuteSynchronously);
        source.SetResult();
        return $"{Volatile.Read(ref ran)}";
    }

    [Program(Row, "eager True lazy False, then True")]
    public static async Task<string> Lazy_cancellation_waits_for_the_task()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new TaskCompletionSource();
        var eager = source.Task.ContinueWith(_ => { }, cancellation.Token);
        var lazy = source.Task.ContinueWith(_ => { }, cancellation.Token, TaskContinuationOptions.LazyCancellation, TaskScheduler.Default);
        await cancellation.CancelAsync();
        var (isEager, isLazy) = (eager.IsCompleted, lazy.IsCompleted);
        source.SetResult();
        await lazy.ContinueWith(_ => { }, TaskContinuationOptions.ExecuteSynchronously);
        return $"eager {isEager} lazy {isLazy}, then {lazy.IsCompleted}";
    }

    [Program(Row, "child")]
    public static async Task<string> Attached_continuation_keeps_its_parent_open()
    {
        var text = "";
        await Task.Factory.StartNew(() => { Task.Delay(1000).ContinueWith(_ => text = "child", TaskContinuationOptions.AttachedToParent); });
        return text;
    }
}
