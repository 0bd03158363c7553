namespace ReplayKit.Hooks;

/// <summary>A wait for a pulse of a monitor.</summary>
internal sealed class PulseBlockage(object resource) : Blockage
{
    private bool _isPulsed;

    public override bool IsOver => _isPulsed;

    public override string What => "pulse";

    public override object? Resource => resource;

    public void Pulse() => _isPulsed = true;
}
