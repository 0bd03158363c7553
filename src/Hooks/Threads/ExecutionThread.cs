namespace ReplayKit.Hooks;

/// <summary>The thread of the program's own that an execution is; none for work of the thread pool.</summary>
internal sealed class ExecutionThread
{
    public ThreadModel? State { get; set; }
}
