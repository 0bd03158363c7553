using System.Runtime.CompilerServices;

namespace WeaveCorpus;

/// <summary>The least that the compiler asks of a builder.</summary>
public sealed class PromiseBuilder<T>
{
    public Promise<T> Task { get; } = new();

#pragma warning disable CA1000 // The compiler asks for it.
    public static PromiseBuilder<T> Create() => new();
#pragma warning restore CA1000

    public void Start<TStateMachine>(ref TStateMachine machine)
        where TStateMachine : IAsyncStateMachine => machine.MoveNext();

    public void SetStateMachine(IAsyncStateMachine machine)
    {
    }

    public void SetResult(T value) => Task.Keep(value);

    public void SetException(Exception exception) => Task.Break(exception);

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.OnCompleted(Boxed(machine).MoveNext);

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.UnsafeOnCompleted(Boxed(machine).MoveNext);

    private static IAsyncStateMachine Boxed(IAsyncStateMachine machine) => machine;
}
