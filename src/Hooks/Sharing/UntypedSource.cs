using System.Threading.Tasks.Sources;

namespace ReplayKit.Hooks;

/// <summary>A value task without a result, as one with a result that says nothing.</summary>
internal sealed class UntypedSource(ValueTask task) : IValueTaskSource<bool>
{
    public bool GetResult(short token)
    {
        task.GetAwaiter().GetResult();
        return true;
    }

    public ValueTaskSourceStatus GetStatus(short token) =>
        !task.IsCompleted ? ValueTaskSourceStatus.Pending
        : task.IsCanceled ? ValueTaskSourceStatus.Canceled
        : task.IsFaulted ? ValueTaskSourceStatus.Faulted
        : ValueTaskSourceStatus.Succeeded;

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => continuation(state));
}
