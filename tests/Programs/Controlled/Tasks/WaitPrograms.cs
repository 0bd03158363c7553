namespace Controlled.Tasks;

internal static class WaitPrograms
{
    private const string Row = "System.Threading.Tasks.Task::";

    [Program(Row + "Wait", "False after 60 s, then True, then cancelled")]
    public static string Waits_end_with_the_task_the_time_or_the_token()
    {
        var started = DateTime.UtcNow;
        var hour = Task.Delay(TimeSpan.FromHours(1));
        var isOver = hour.Wait(TimeSpan.FromSeconds(20)) || hour.Wait(20_000) || hour.Wait(20_000, CancellationToken.None) || hour.Wait(0);
        var after = (DateTime.UtcNow - started).TotalSeconds;
        var isOverThen = hour.Wait(TimeSpan.FromHours(2), CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var canceller = Task.Run(cancellation.Cancel);
        try
        {
            new TaskCompletionSource().Task.Wait(cancellation.Token);
            return "over";
        }
        catch (OperationCanceledException cancelled) when (cancelled.CancellationToken == cancellation.Token)
        {
            canceller.Wait();
            return $"{isOver} after {after} s, then {isOverThen}, then cancelled";
        }
    }

    [Program(Row + "Wait", "done", "deadlock")]
    public static string Waiting_for_each_other_is_a_deadlock_when_both_begin()
    {
        var gate = new object();
        var other = Task.Run(() =>
        {
            lock (gate)
            {
            }
        });
        lock (gate)
        {
            other.Wait();
        }

        return "done";
    }

    [Program(Row + "Wait", "AggregateException boom", Also = ["System.Threading.Tasks.Task`1::get_Result"])]
    public static string Blocking_on_a_failed_task_throws_what_it_threw_wrapped()
    {
        try
        {
            Task.Run(() => throw new InvalidOperationException("boom")).Wait();
        }
        catch (AggregateException thrown)
        {
            return $"{thrown.GetType().Name} {thrown.InnerException!.Message}";
        }

        return "nothing";
    }

    [Program(Row + "WaitAll", "3 False True 2 cancelled")]
    public static string Waiting_for_all_ends_with_the_last_one()
    {
        var count = 0;
        Task Add() => Task.Run(() => Interlocked.Increment(ref count));
        Task.WaitAll(Add(), Add(), Add());
        var never = new TaskCompletionSource().Task;
        var isOver = Task.WaitAll([Add(), never], TimeSpan.FromDays(1)) || Task.WaitAll([never], 1000) || Task.WaitAll([never], 0);
        var failed = 0;
        var all = Task.WaitAll([Add()], 1000, CancellationToken.None);
        try
        {
            Task.WaitAll([Task.FromException(new InvalidOperationException()), Task.Run(() => throw new InvalidOperationException())]);
        }
        catch (AggregateException thrown)
        {
            failed = thrown.InnerExceptions.Count;
        }

        using var cancellation = new CancellationTokenSource(1000);
        try
        {
            Task.WaitAll([never], cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            return $"{count - 2} {isOver} {all} {failed} cancelled";
        }

        return "over";
    }

    [Program(Row + "WaitAll", "1", "2")]
    public static string Waiting_for_all_does_not_make_their_updates_atomic()
    {
        var count = 0;
        void Add()
        {
            var read = Volatile.Read(ref count);
            Volatile.Write(ref count, read + 1);
        }

        Task.WaitAll([Task.Run(Add), Task.Run(Add)], CancellationToken.None);
        return $"{count}";
    }

    [Program(Row + "WaitAny", "1 after 1 s, -1, 0")]
    public static string Waiting_for_any_tells_the_first()
    {
        var started = DateTime.UtcNow;
        var first = Task.WaitAny(Task.Delay(5000), Task.Delay(1000), new TaskCompletionSource().Task);
        var after = (DateTime.UtcNow - started).TotalSeconds;
        var never = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously).Task;
        var none = Task.WaitAny([never], 1000);
        return $"{first} after {after} s, {Math.Min(none, Task.WaitAny([never], TimeSpan.Zero))}, {Task.WaitAny([Task.CompletedTask, never], CancellationToken.None)}";
    }

    [Program(Row + "WaitAny", "0", "1")]
    public static string Waiting_for_any_tells_either()
    {
        using var slots = new SemaphoreSlim(0);
        Task[] both = [slots.WaitAsync(), Task.Run(() => { })];
        var releaser = Task.Run(() => slots.Release());
        var first = Task.WaitAny(both);
        releaser.Wait();
        return $"{first}";
    }
}
