using System.Runtime.CompilerServices;

namespace Hooks.Tests.Awaiters;

/// <summary>An awaiter that is an object, and knows the plain interface alone.</summary>
internal sealed class ObjectAwaiter(Signal signal) : INotifyCompletion
{
    public bool IsCompleted => signal.IsSet;

    public int GetResult() => signal.Result;

    public void OnCompleted(Action continuation) => signal.Register(continuation, nameof(OnCompleted));
}
