namespace ReplayKit.Hooks;

/// <summary>A thread that is not over.</summary>
internal sealed class ThreadBlockage(Thread thread, ThreadState state) : Blockage
{
    public override bool IsOver => state.IsOver;

    public override string What => "thread";

    public override object? Resource => thread;
}
