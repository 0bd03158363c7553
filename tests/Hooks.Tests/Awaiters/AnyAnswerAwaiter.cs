using System.Runtime.CompilerServices;

namespace Hooks.Tests.Awaiters;

/// <summary>An awaiter whose <c>IsCompleted</c> is no yes or no.</summary>
internal class AnyAnswerAwaiter(Signal signal) : INotifyCompletion
{
    public object IsCompleted => signal;

    public void OnCompleted(Action continuation) => signal.Register(continuation, nameof(OnCompleted));
}
