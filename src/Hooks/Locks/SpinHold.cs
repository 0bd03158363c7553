namespace ReplayKit.Hooks;

/// <summary>One time that a spin lock is held.</summary>
internal sealed class SpinHold(object owner, string site) : Blockage
{
    private bool _isOver;

    public override bool IsOver => _isOver;

    public override string What => "spin lock";

    public override object? Holder => owner;

    public override string HeldAt => site;

    public void End() => _isOver = true;
}
