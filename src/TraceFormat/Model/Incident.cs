using System.Collections.Immutable;

namespace ReplayKit.TraceFormat.Model;

/// <summary>What <c>incident.json</c> holds: a readable description of a slice of a recording.</summary>
public sealed record Incident
{
    /// <summary>One line that names the incident.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the recorded process.</summary>
    public required string Source { get; init; }

    /// <summary>When the slice begins, in UTC.</summary>
    public required DateTimeOffset RecordedUtc { get; init; }

    /// <summary>Start of the slice, in nanoseconds since the source recording began.</summary>
    public required long WindowStartNs { get; init; }

    /// <summary>End of the slice, in nanoseconds since the source recording began.</summary>
    public required long WindowEndNs { get; init; }

    /// <summary>What went wrong in production, as far as the recording tells.</summary>
    public required Symptom Symptom { get; init; }

    /// <summary>The requests of the slice: method, path and query behind their number, such as <c>r17 GET /price/42</c>.</summary>
    public required ImmutableArray<string> Requests { get; init; }

    /// <summary>How much of what happened the source recording holds.</summary>
    public required Completeness Completeness { get; init; }

    /// <summary>Names of headers and fields whose values were replaced.</summary>
    public required ImmutableArray<string> Redacted { get; init; }

    /// <summary>Whether the bug is still open.</summary>
    public IncidentStatus Status { get; init; } = IncidentStatus.Open;
}
