using System.Runtime.CompilerServices;

namespace WeaveCorpus;

/// <summary>What an async method returns whose builder is the program's own.</summary>
[AsyncMethodBuilder(typeof(PromiseBuilder<>))]
public sealed class Promise<T>
{
    private readonly TaskCompletionSource<T> _kept = new();

    public TaskAwaiter<T> GetAwaiter() => _kept.Task.GetAwaiter();

    public void Keep(T value) => _kept.SetResult(value);

    public void Break(Exception exception) => _kept.SetException(exception);
}
