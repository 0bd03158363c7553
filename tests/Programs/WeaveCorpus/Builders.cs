using System.Runtime.CompilerServices;

namespace WeaveCorpus;

/// <summary>One program for each builder. Every public static method without parameters that returns Task&lt;string&gt; is a program.</summary>
public static class Builders
{
    public static async Task<string> TaskOfResult()
    {
        await Task.Yield();
        return await Task.FromResult("task of result");
    }

    public static async Task<string> PlainTask()
    {
        await Inner();
        return "plain task";

        static async Task Inner() => await Task.Yield();
    }

    public static async Task<string> ValueTasks()
    {
        await Plain();
        return await OfResult(7);

        static async ValueTask Plain() => await Task.Yield();
        static async ValueTask<string> OfResult(int number)
        {
            await Task.Yield();
            return $"value task {number}";
        }
    }

    public static async Task<string> PooledValueTasks()
    {
        await Plain();
        return await OfResult() + await OfResult();

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
        static async ValueTask Plain() => await Task.Yield();
        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        static async ValueTask<string> OfResult()
        {
            await Task.Yield();
            return "pooled ";
        }
    }

    public static async Task<string> AsyncVoid()
    {
        var done = new TaskCompletionSource<string>();
        Fire();
        return await done.Task;

        async void Fire()
        {
            await Task.Yield();
            done.SetResult("async void");
        }
    }

    public static async Task<string> BuilderOfTheProgramItself()
    {
        return await OfResult(3);

        static async Promise<string> OfResult(int number)
        {
            for (var i = 0; i < number; i++) await Task.Yield();
            await Task.Delay(1).ConfigureAwait(false);
            return $"promise {number}";
        }
    }

    public static async Task<string> AsyncIterator()
    {
        var sum = 0;
        await foreach (var number in Count(4)) sum += number;
        await foreach (var number in Count(3).ConfigureAwait(false)) sum += number;
        return $"iterator {sum}";
    }

    public static async Task<string> IteratorThatIsLeftEarly()
    {
        var log = new List<string>();
        await foreach (var number in Logged(log))
        {
            if (number == 2) break;
        }

        return string.Join(',', log);
    }

    private static async IAsyncEnumerable<int> Count(int to, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var i = 1; i <= to; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return i;
        }
    }

    private static async IAsyncEnumerable<int> Logged(List<string> log)
    {
        try
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
            log.Add("never");
        }
        finally
        {
            await Task.Yield();
            log.Add("left");
        }
    }
}
