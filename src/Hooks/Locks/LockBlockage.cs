namespace ReplayKit.Hooks;

/// <summary>A lock that another execution holds.</summary>
internal sealed class LockBlockage(OwnedLock state, object resource, object execution, string what) : Blockage
{
    public override bool IsOver => state.IsFreeFor(execution);

    public override string What => what;

    public override object? Resource => resource;

    public override object? Holder => state.Owner;

    public override string HeldAt => state.HeldAt;
}
