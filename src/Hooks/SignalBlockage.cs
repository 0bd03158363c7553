namespace ReplayKit.Hooks;

/// <summary>A signal that has not come: no execution is known to owe it.</summary>
internal sealed class SignalBlockage(string what, object? resource, Func<bool> isOver) : Blockage
{
    public override bool IsOver => isOver();

    public override string What => what;

    public override object? Resource => resource;
}
