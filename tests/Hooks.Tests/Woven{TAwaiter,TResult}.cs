using System.Runtime.CompilerServices;
using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>An await as the weaver leaves it: <c>IsCompleted</c> goes through a hook, and the builder hands the continuation to a hook's awaiter.</summary>
internal sealed class Woven<TAwaiter, TResult>(TAwaiter awaiter, Func<TAwaiter, bool> isCompleted, Func<TAwaiter, TResult> result) : ICriticalNotifyCompletion
    where TAwaiter : INotifyCompletion
{
    private TAwaiter _awaiter = awaiter;

    public bool IsCompleted => AwaitHooks.AfterIsCompleted(isCompleted(_awaiter), Woven.Site);

    public Woven<TAwaiter, TResult> GetAwaiter() => this;

    public TResult GetResult() => result(_awaiter);

    public void OnCompleted(Action continuation) => AwaitHooks.Wrap(ref _awaiter, Woven.Site).OnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => AwaitHooks.Wrap(ref _awaiter, Woven.Site).UnsafeOnCompleted(continuation);
}
