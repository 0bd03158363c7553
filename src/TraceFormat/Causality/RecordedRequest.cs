using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>A request as production saw it.</summary>
public sealed record RecordedRequest
{
    /// <summary>1-based number in order of arrival, or the number that the event carries when the request was cut from a longer recording; shown as <c>r17</c>.</summary>
    public required int Number { get; init; }

    /// <summary>The host's own name for it; empty when unknown.</summary>
    public required string TraceIdentifier { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>Query with its leading <c>?</c>; empty when there was none.</summary>
    public required string Query { get; init; }

    /// <summary>Request headers, redacted.</summary>
    public required ImmutableArray<RecordedField> Headers { get; init; }

    /// <summary>Nanoseconds since the recording began at which it arrived.</summary>
    public required long StartNs { get; init; }

    /// <summary>Nanoseconds since the recording began at which it was answered; null when the recording does not hold its end.</summary>
    public long? StopNs { get; init; }

    /// <summary>Status code; null when the recording does not hold its end.</summary>
    public int? Status { get; init; }

    /// <summary>Exceptions thrown while it ran, in order.</summary>
    public ImmutableArray<RecordedException> Exceptions { get; init; } = [];

    /// <summary>
    /// Events that were lost while it ran, on whatever thread: so many of its own may be missing. 0 says that what the recording holds of it is all there was.
    /// </summary>
    public long EventsLost { get; init; }

    /// <summary>Whether its client had gone away before it was answered.</summary>
    public bool IsAborted { get; init; }

    /// <summary>Whether it carried a body.</summary>
    public bool HasBody => Headers.Any(static header => IsBodyHeader(header));

    private static bool IsBodyHeader(RecordedField header) =>
        (header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && header.Value is not ("0" or ""))
        || header.Name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);
}
