using ReplayKit.Replayer.Time;

namespace ReplayKit.Replayer.Execution;

/// <summary>The delays of a run, on virtual time.</summary>
internal sealed class Delays(VirtualClock clock, WaitAnalysis waits, Action<Operation, Action> post)
{
    /// <summary>A task that completes when virtual time has advanced.</summary>
    public Task Start(Operation operation, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        if (delay == TimeSpan.Zero) return Task.CompletedTask;
        var promise = new DelayPromise(cancellationToken);
        waits.AddDelay(promise.Task);
        if (delay != Timeout.InfiniteTimeSpan)
            promise.Timer = clock.Schedule(operation.Root.Number, NanosecondsOf.Delay(delay), () => Complete(operation, promise));
        return promise.Task;
    }

    // Woven code asks whether the delay is over. Only code that is not woven has something run by its end, and that is a step.
    private void Complete(Operation operation, DelayPromise promise)
    {
        if (promise.HasContinuation) post(operation, promise.CompleteWithoutContext);
        else promise.Complete();
    }
}
