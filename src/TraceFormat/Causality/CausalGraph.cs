using System.Collections.Immutable;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>What a recording's events say about cause: who asked for what, what ran on whose behalf, who waited for whom.</summary>
/// <param name="Requests">Requests in order of arrival.</param>
/// <param name="Steps">Steps of requests, in their total order.</param>
/// <param name="Awaits">Edges of the await graph, in time order.</param>
/// <param name="OutgoingCalls">Outgoing HTTP requests, in time order.</param>
/// <param name="GcPauses">Garbage-collection pauses, in time order.</param>
public sealed record CausalGraph(
    ImmutableArray<RecordedRequest> Requests,
    ImmutableArray<RecordedStep> Steps,
    ImmutableArray<AwaitEdge> Awaits,
    ImmutableArray<OutgoingCall> OutgoingCalls,
    ImmutableArray<GcPause> GcPauses)
{
    /// <summary>Database commands, in time order.</summary>
    public ImmutableArray<DatabaseCommand> DatabaseCommands { get; init; } = [];
}
