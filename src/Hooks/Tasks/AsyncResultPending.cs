namespace ReplayKit.Hooks;

/// <summary>A call that was begun, and is asked whether it is over.</summary>
internal sealed class AsyncResultPending(IAsyncResult asyncResult) : PendingAwait
{
    public override bool IsCompleted => asyncResult.IsCompleted;

    public override bool CanBeAsked => true;

    public override bool IsYield => false;

    public override Task? Task => asyncResult as Task;

    internal override bool CapturesContext => false;

    // Only to be told in real time of what comes from outside: the handle's own thread calls back.
    public override void OnCompleted(Action callback) =>
        ThreadPool.UnsafeRegisterWaitForSingleObject(asyncResult.AsyncWaitHandle, (_, _) => callback(), null, Timeout.Infinite, executeOnlyOnce: true);

    internal override void Forward(Action continuation, bool flowsContext) => OnCompleted(continuation);
}
