namespace ReplayKit.Hooks;

/// <summary>A semaphore without a free slot.</summary>
internal sealed class SemaphoreBlockage(SemaphoreSlim semaphore, CancellationToken cancellationToken) : Blockage
{
    public override bool IsOver => semaphore.CurrentCount > 0 || cancellationToken.IsCancellationRequested;

    public override string What => "semaphore";

    public override object? Resource => semaphore;
}
