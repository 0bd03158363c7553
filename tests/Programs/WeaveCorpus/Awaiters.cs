using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace WeaveCorpus;

/// <summary>Awaits on things that are no tasks.</summary>
public static class Awaiters
{
    public static async Task<string> StructAwaiter() => $"struct {await new Later(4)}";

    public static async Task<string> ClassAwaiter() => $"class {await new LaterObject(5)}";

    public static async Task<string> ValueTaskSource()
    {
        var source = new Source();
        var waiting = Wait(source);
        await Task.Yield();
        source.Set(6);
        return $"source {await waiting}";

        static async Task<int> Wait(Source source) => await source.Wait();
    }

    public static async Task<string> CompletionSources()
    {
        var sync = new TaskCompletionSource<int>();
        var later = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var failing = new TaskCompletionSource<int>();
        var waiting = Sum(sync.Task, later.Task, failing.Task);
        sync.SetResult(1);
        later.TrySetResult();
        failing.SetException(new InvalidOperationException("failed"));
        return await waiting;

        static async Task<string> Sum(Task<int> first, Task second, Task<int> third)
        {
            var sum = await first;
            await second;
            try
            {
                await third;
                return "wrong";
            }
            catch (InvalidOperationException e)
            {
                return $"{sum} {e.Message}";
            }
        }
    }

    // The value is chosen by a branch that leads to the completing call itself: whichever it is, a continuation finds the same context.
    public static async Task<string> CompletionWithEitherValue()
    {
        var values = 0;
        var contexts = new List<SynchronizationContext?>();
        foreach (var isOdd in new[] { true, false })
        {
            var source = new TaskCompletionSource<int>();
            var told = source.Task.ContinueWith(
                _ => contexts.Add(SynchronizationContext.Current), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await Task.Yield();
            source.SetResult(isOdd ? 1 : 2);
            await told;
            values += await source.Task;
        }

        return $"either {values} {contexts[0] == contexts[1]}";
    }

    public static async Task<string> Semaphore()
    {
        using var gate = new SemaphoreSlim(1);
        var inside = 0;
        var most = 0;
        await Task.WhenAll(Enter(), Enter(), Enter());
        return $"semaphore {most}";

        async Task Enter()
        {
            await gate.WaitAsync();
            try
            {
                most = Math.Max(most, ++inside);
                await Task.Yield();
            }
            finally
            {
                inside--;
                gate.Release();
            }
        }
    }

    public readonly struct Later(int value)
    {
        public Awaiter GetAwaiter() => new(value);

        public readonly struct Awaiter(int value) : ICriticalNotifyCompletion
        {
            public bool IsCompleted => false;

            public int GetResult() => value;

            public void OnCompleted(Action continuation) => ThreadPool.QueueUserWorkItem(_ => continuation());

            public void UnsafeOnCompleted(Action continuation) => ThreadPool.UnsafeQueueUserWorkItem(_ => continuation(), null);
        }
    }

    public sealed class LaterObject(int value) : INotifyCompletion
    {
        public bool IsCompleted => false;

        public LaterObject GetAwaiter() => this;

        public int GetResult() => value;

        public void OnCompleted(Action continuation) => ThreadPool.QueueUserWorkItem(_ => continuation());
    }

    private sealed class Source : IValueTaskSource<int>
    {
        private ManualResetValueTaskSourceCore<int> _core;

        public ValueTask<int> Wait() => new(this, _core.Version);

        public void Set(int value) => _core.SetResult(value);

        public int GetResult(short token) => _core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);
    }
}
