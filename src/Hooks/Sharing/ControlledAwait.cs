using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>An await in a hook, as a woven one is: the continuation goes to the control.</summary>
/// <param name="task">What is awaited.</param>
/// <param name="site">The await, in the form of <see cref="AwaitSite"/>.</param>
internal readonly struct ControlledAwait<T>(ValueTask<T> task, string site) : ICriticalNotifyCompletion
{
    // Without control the context is not captured: what awaits here is a stand-in for code of the framework, which captures none.
    private readonly ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter _awaiter = task.ConfigureAwait(false).GetAwaiter();

    public bool IsCompleted => AwaitHooks.AfterIsCompleted(_awaiter.IsCompleted, site);

    public ControlledAwait<T> GetAwaiter() => this;

    public T GetResult() => _awaiter.GetResult();

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        var awaiter = _awaiter;
        AwaitHooks.Wrap(ref awaiter, site).UnsafeOnCompleted(continuation);
    }
}
