namespace ReplayKit.Hooks;

/// <summary>An awaiter that is not complete.</summary>
internal sealed class AwaitBlockage(PendingAwait pending) : Blockage
{
    public override bool IsOver => pending.IsCompleted;

    public override string What => "task";

    public override object? Resource => pending.Task;

    public override Task? Task => pending.Task;
}
