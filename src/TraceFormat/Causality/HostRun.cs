namespace ReplayKit.TraceFormat.Causality;

/// <summary>One run of a task's code. Compared by reference: two runs of one task are two.</summary>
internal sealed class HostRun(int taskId)
{
    internal int TaskId { get; } = taskId;
}
