namespace ReplayKit.Replayer.Execution;

/// <summary>One stack, from the begin of its first step to its end: what owns a lock.</summary>
internal sealed class Execution(Operation operation)
{
    public Operation Operation { get; } = operation;
}
