using System.Collections.Immutable;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Plan;

/// <summary>What a replay is to do: which requests, in which order their steps, at which virtual times.</summary>
/// <param name="Requests">The requests, in order of arrival.</param>
/// <param name="Steps">The steps of the sketch that concern woven code, in the total order in which production began them.</param>
/// <param name="Constraints">The order between steps of different requests that production is known to have had.</param>
/// <param name="RecordingStartUtc">Wall-clock time of nanosecond 0.</param>
/// <param name="Completeness">How much of what happened the recording holds.</param>
public sealed record ReplayPlan(
    ImmutableArray<RecordedRequest> Requests,
    ImmutableArray<PlannedStep> Steps,
    ImmutableArray<OrderConstraint> Constraints,
    DateTimeOffset RecordingStartUtc,
    Completeness Completeness)
{
    /// <summary>Virtual time at which the replay begins: the first arrival.</summary>
    public long StartNs => Requests.IsEmpty ? 0 : Requests.Min(static request => request.StartNs);
}
