namespace ReplayKit.TraceFormat.Causality;

/// <summary>One edge of the await graph.</summary>
/// <param name="AwaiterTaskId">The task that awaits.</param>
/// <param name="AwaitedTaskId">The task that is awaited.</param>
/// <param name="TimeNs">When the wait began, in nanoseconds since the recording began.</param>
public sealed record AwaitEdge(int AwaiterTaskId, int AwaitedTaskId, long TimeNs);
