namespace ReplayKit.Hooks;

/// <summary>A sleep: only time ends it.</summary>
internal sealed class SleepBlockage : Blockage
{
    public override bool IsOver => false;

    public override string What => "sleep";
}
