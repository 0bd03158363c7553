using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>Takes in, from any thread, what an operation is to run.</summary>
internal interface IOperationInbox
{
    /// <summary>Whether the calling thread is the loop's.</summary>
    bool IsLoopThread { get; }

    /// <summary>Makes <paramref name="run"/> a step of the operation.</summary>
    void Post(Operation operation, StepKind kind, string method, Action run);
}
