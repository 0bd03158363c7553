using System.Runtime.CompilerServices;

namespace Hooks.Tests.Awaiters;

/// <summary>An awaiter that is a value, and knows both interfaces.</summary>
internal readonly struct StructAwaiter(Signal signal) : ICriticalNotifyCompletion
{
    public bool IsCompleted => signal.IsSet;

    public int GetResult() => signal.Result;

    public void OnCompleted(Action continuation) => signal.Register(continuation, nameof(OnCompleted));

    public void UnsafeOnCompleted(Action continuation) => signal.Register(continuation, nameof(UnsafeOnCompleted));
}
