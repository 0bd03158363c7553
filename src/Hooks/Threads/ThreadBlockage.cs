namespace ReplayKit.Hooks;

/// <summary>A thread that is not over.</summary>
internal sealed class ThreadBlockage(Thread thread, ThreadModel model) : Blockage
{
    public override bool IsOver => model.IsOver;

    public override string What => "thread";

    public override object? Resource => thread;
}
