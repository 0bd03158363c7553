namespace ReplayKit.Hooks;

/// <summary>A lock that another execution holds.</summary>
internal sealed class LockBlockage(OwnedLock state, LockName name, object execution) : Blockage
{
    public override bool IsOver => state.IsFreeFor(execution);

    public override string What => name.What;

    public override object? Resource => name.Resource;

    public override object? Holder => state.Owner;

    public override string HeldAt => state.HeldAt;
}
