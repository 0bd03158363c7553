namespace ReplayKit.Hooks;

/// <summary>A task that is not over.</summary>
internal sealed class TaskBlockage(Task task, CancellationToken cancellationToken) : Blockage
{
    public override bool IsOver => task.IsCompleted || cancellationToken.IsCancellationRequested;

    public override string What => "task";

    public override object? Resource => task;

    public override Task? Task => task;
}
