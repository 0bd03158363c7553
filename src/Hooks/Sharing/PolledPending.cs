namespace ReplayKit.Hooks;

/// <summary>What waits for a <see cref="PolledSource"/> without being woven.</summary>
internal sealed class PolledPending(PolledSource source) : PendingAwait
{
    public override bool IsCompleted => source.IsCompleted;

    public override bool CanBeAsked => true;

    public override bool IsYield => false;

    public override Task? Task => null;

    // It is asked; see PendingAwait<TAwaiter>.
    public override void OnCompleted(Action callback)
    {
    }

    internal override bool CapturesContext => false;

    internal override void Forward(Action continuation, bool flowsContext) => source.Forward(continuation);
}
