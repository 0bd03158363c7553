using System.Collections.Immutable;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Cutting;

/// <summary>The requests that a slice keeps.</summary>
/// <param name="Requests">They, in order of arrival; at least one.</param>
/// <param name="Focus">The one the slice was made around; null when it was made around no single request.</param>
/// <param name="WindowStartNs">Arrival of the first, in nanoseconds since the recording began.</param>
/// <param name="WindowEndNs">Answer of the last, in nanoseconds since the recording began; the recording's end when one was not answered within it.</param>
public sealed record SliceSelection(
    ImmutableArray<RecordedRequest> Requests, RecordedRequest? Focus, long WindowStartNs, long WindowEndNs)
{
    /// <summary>Their numbers.</summary>
    public ImmutableHashSet<int> Numbers { get; } = [.. Requests.Select(static request => request.Number)];
}
