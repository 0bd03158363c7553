namespace ReplayKit.Recorder.Normalize;

/// <summary>
/// The arguments of a bridged event. The bridge writes them as name and value in the order in which <c>FilterAndPayloadSpecs</c> asks,
/// and leaves none out; the names are one letter because each event carries them.
/// </summary>
public static class BridgedArguments
{
    /// <summary>HTTP method.</summary>
    public const string Method = "m";

    /// <summary>Path without query.</summary>
    public const string Path = "p";

    /// <summary>Query with its question mark.</summary>
    public const string Query = "q";

    /// <summary>Protocol.</summary>
    public const string Protocol = "v";

    /// <summary>The host's name for a request.</summary>
    public const string TraceIdentifier = "t";

    /// <summary>All headers.</summary>
    public const string Headers = "h";

    /// <summary>Status code: a number, or the name of a <see cref="System.Net.HttpStatusCode"/>.</summary>
    public const string Status = "s";

    /// <summary>Absolute URI.</summary>
    public const string Uri = "u";

    /// <summary>Text of a database command.</summary>
    public const string CommandText = "c";

    /// <summary>Id of a database command.</summary>
    public const string CommandId = "i";

    /// <summary>Whether the client of a request has gone away.</summary>
    public const string Aborted = "x";

    /// <summary>Span id of the activity.</summary>
    public const string Span = "a";
}
