using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>Takes in, from any thread, what an operation is to run.</summary>
internal interface IOperationInbox
{
    /// <summary>Whether the calling thread holds the baton.</summary>
    bool IsLoopThread { get; }

    /// <summary>Whether the calling thread runs a step now.</summary>
    bool IsInStep { get; }

    /// <summary>Makes <paramref name="run"/> a step of the operation; of a new one when that is null.</summary>
    void Post(Operation? operation, StepKind kind, string method, Action run);

    /// <summary>Makes <paramref name="run"/> a new operation, started by the current one, if any.</summary>
    void Start(Action run, string site);
}
