namespace ReplayKit.Hooks;

/// <summary>Tasks of which some are not over.</summary>
internal sealed class TasksBlockage(IReadOnlyList<Task> tasks, CancellationToken cancellationToken) : Blockage
{
    public override bool IsOver => cancellationToken.IsCancellationRequested || tasks.All(static task => task.IsCompleted);

    public override string What => "tasks";

    public override Task? Task => tasks.FirstOrDefault(static task => !task.IsCompleted);
}
