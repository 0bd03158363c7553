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

    public TimerEntry? Timer { get; set; }

    public void Complete()
    {
        _registration.Dispose();
        _source.TrySetResult();
    }

    private void Cancel(object? token)
    {
        Timer?.Cancel();
        _source.TrySetCanceled((CancellationToken)token!);
    }
}
