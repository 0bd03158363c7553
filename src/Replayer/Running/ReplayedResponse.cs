using System.Text;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit;

/// <summary>What a request got now, beside what production answered.</summary>
public sealed record ReplayedResponse
{
    /// <summary>The recorded request; its <see cref="RecordedRequest.Status"/> is what production answered.</summary>
    public required RecordedRequest Request { get; init; }

    /// <summary>Status code of this run; 0 when the replay does not drive a web host.</summary>
    public int Status { get; init; }

    /// <summary>From its arrival to its answer, on virtual time.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Response headers of this run.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Response body of this run.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the local build had an endpoint for the request.</summary>
    public bool HasEndpoint { get; init; } = true;

    /// <summary>What escaped the service while it served the request; null when nothing did. A web host answers status 500 for it, as production's does.</summary>
    public Exception? Exception { get; init; }

    /// <summary><see cref="Body"/> as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);
}
