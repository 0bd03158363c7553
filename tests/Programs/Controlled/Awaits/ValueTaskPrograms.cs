using System.Runtime.CompilerServices;

namespace Controlled.Awaits;

internal static class ValueTaskPrograms
{
    private const string Row = "System.Threading.Tasks.ValueTask::";
    private const string RowOf = "System.Threading.Tasks.ValueTask`1::";
    private const string Core = "System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore`1::";

    [Program(RowOf + "AsTask", "1 2 3 done", Also = [Row + "AsTask", RowOf + "Preserve", Row + "Preserve", RowOf + "GetAwaiter", Row + "GetAwaiter", Core + "SetResult"])]
    public static async Task<string> Tasks_of_a_source_end_with_it()
    {
        var sources = Enumerable.Range(0, 4).Select(static index => new ManualSource(isAsynchronous: index % 2 == 0)).ToArray();
        var (task, preserved, done) = (sources[0].Result.AsTask(), sources[1].Result.Preserve(), sources[2].Done.AsTask());
        var waiting = sources[3].Done.Preserve();
        var setter = Task.Run(() =>
        {
            for (var i = 0; i < sources.Length; i++) sources[i].Set(i + 1);
        });
        var all = await Task.WhenAll(task, preserved.AsTask());
        await Task.WhenAll(done, waiting.AsTask(), setter);
        var direct = new ManualSource(isAsynchronous: true);
        var set = Task.Run(() => direct.Set(3));
        var third = await direct.Result;
        await set;
        return $"{string.Join(' ', all)} {third} done";
    }

    [Program(RowOf + "AsTask", "ab", "ba", Also = [Row + "AsTask", RowOf + "Preserve", Row + "Preserve", RowOf + "GetAwaiter", Row + "GetAwaiter", Core + "SetResult"])]
    public static async Task<string> Source_and_its_reader_go_on_in_either_order()
    {
        var (source, text) = (new ManualSource(isAsynchronous: true), "");
        var reader = ReadAsync();
        await Task.Run(() => source.Set(1));
        text += "b";
        await reader;
        return text;

        async Task ReadAsync()
        {
            await source.Result.AsTask();
            text += "a";
        }
    }

    [Program(Core + "SetException", "boom 5", Also = [RowOf + "ConfigureAwait", Row + "ConfigureAwait"])]
    public static async Task<string> Source_can_fail_and_be_used_again()
    {
        var (source, text) = (new ManualSource(isAsynchronous: false), "");
        var fail = Task.Run(() => source.Fail(new InvalidOperationException("boom")));
        try
        {
            await source.Done.ConfigureAwait(false);
        }
        catch (InvalidOperationException exception)
        {
            text = exception.Message;
        }

        await fail;
        source.Reset();
        var set = Task.Run(() => source.Set(5));
        text += $" {await source.Result.ConfigureAwait(false)}";
        await set;
        return text;
    }

    [Program(Core + "SetException", "5", "throws InvalidOperationException", Also = [Core + "SetResult", RowOf + "ConfigureAwait", Row + "ConfigureAwait"])]
    public static async Task<string> Source_that_is_completed_by_two_throws()
    {
        var source = new ManualSource(isAsynchronous: true);
        var isSet = false;
        void Complete(Action complete)
        {
            if (Volatile.Read(ref isSet)) return;
            Volatile.Write(ref isSet, true);
            complete();
        }

        await Task.WhenAll(Task.Run(() => Complete(() => source.Set(5))), Task.Run(() => Complete(() => source.Set(5))));
        return $"{await source.Result.ConfigureAwait(false)}";
    }

#pragma warning disable CA2012 // Blocking on value tasks is what is shown, and the mistake.
    [Program(RowOf + "get_Result", "42 after 1 s")]
    public static string Result_of_a_value_task_waits_for_its_task()
    {
        async ValueTask<int> AnswerAsync()
        {
            await Task.Delay(1000);
            return 42;
        }

        var started = DateTime.UtcNow;
        return $"{AnswerAsync().Result} after {(DateTime.UtcNow - started).TotalSeconds} s";
    }

    [Program(RowOf + "get_Result", "deadlock")]
    public static string Result_of_a_value_task_that_never_ends_is_a_deadlock() => $"{new ValueTask<int>(new TaskCompletionSource<int>().Task).Result}";

    [Program(RowOf + "get_Result", "throws InvalidOperationException")]
    public static string Result_of_a_source_that_is_not_complete_is_refused() => $"{new ManualSource(isAsynchronous: false).Result.Result}";
#pragma warning restore CA2012

    [Program(RowOf + "GetAwaiter", "3", "2", Also = [Row + "GetAwaiter"])]
    public static async Task<string> Pooled_methods_interleave_at_their_awaits()
    {
        var count = 1;
        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
        async ValueTask AddAsync()
        {
            var read = count;
            await Task.Yield();
            count = read + 1;
        }

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        async ValueTask<int> AddOneAsync()
        {
            await AddAsync();
            return count;
        }

        await Task.WhenAll(Task.Run(async () => await AddOneAsync()), Task.Run(() => AddOneAsync().AsTask()));
        return $"{count}";
    }
}
