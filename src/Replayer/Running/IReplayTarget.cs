using ReplayKit.Hooks;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Replayer.Running;

/// <summary>What a replay drives: something that answers recorded requests.</summary>
public interface IReplayTarget
{
    /// <summary>Queues what runs besides the requests, from before the first of them until the run is over. Called before the run, once it is under control.</summary>
    /// <param name="control">The run's control.</param>
    void Begin(IControl control)
    {
    }

    /// <summary>Sends one recorded request. The work it causes must be started through <paramref name="entry"/>, exactly once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body; empty when it had none.</param>
    /// <param name="entry">The door to the scheduler.</param>
    /// <returns>The answer.</returns>
    Task<ReplayedResponse> SendAsync(RecordedRequest request, ReadOnlyMemory<byte> body, OperationEntry entry);
}
