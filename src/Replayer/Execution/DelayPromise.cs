using System.Runtime.CompilerServices;
using ReplayKit.Replayer.Time;

namespace ReplayKit.Replayer.Execution;

/// <summary>A delay on virtual time.</summary>
internal sealed class DelayPromise
{
    private readonly TaskCompletionSource _source = new();
    private readonly CancellationTokenRegistration _registration;

    public DelayPromise(CancellationToken cancellationToken) =>
        _registration = cancellationToken.UnsafeRegister(Cancel, cancellationToken);

    public Task Task => _source.Task;

    /// <summary>Whether completing it runs something: a continuation of code that is not woven. Woven code asks instead.</summary>
    public bool HasContinuation => ContinuationOf(_source.Task) is not null;

    public TimerEntry? Timer { get; set; }

    public void Complete()
    {
        _registration.Dispose();
        _source.TrySetResult();
    }

    /// <summary>Completes it where a continuation without a context runs inline. The caller puts the context back.</summary>
    public void CompleteWithoutContext()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        Complete();
    }

    private void Cancel(object? token)
    {
        Timer?.Cancel();
        _source.TrySetCanceled((CancellationToken)token!);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_continuationObject")]
    private static extern ref object? ContinuationOf(Task task);
}
