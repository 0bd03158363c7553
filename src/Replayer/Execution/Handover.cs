namespace ReplayKit.Replayer.Execution;

/// <summary>A request's work on its way from the host's thread to the loop's.</summary>
/// <remarks>
/// The runtime's events name a task after its delegate's method. A recording of the replay knows the handover by this name
/// (<c>CausalGraphBuilder.HandoverMethod</c>), so that what the task runs counts as the request's arrival.
/// </remarks>
internal sealed class Handover(Func<Task> body)
{
    public Task RunReplayedRequest() => body();
}
