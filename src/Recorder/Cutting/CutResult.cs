using System.Collections.Immutable;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cutting;

/// <summary>An incident, cut but not yet written.</summary>
/// <param name="Incident">Its manifest.</param>
/// <param name="Selection">The requests it keeps.</param>
/// <param name="Slice">The recording that holds their events and no others.</param>
/// <param name="Graph">What the slice's events say about cause: for the requests kept, the same as the whole recording's.</param>
public sealed record CutResult(Incident Incident, SliceSelection Selection, Recording Slice, CausalGraph Graph)
{
    /// <summary>
    /// Where the slice does not say the same as its source; empty in any complete recording. In a lossy one an event of another request may be
    /// all that tells when a step ended.
    /// </summary>
    public ImmutableArray<string> Differences { get; init; } = [];
}
