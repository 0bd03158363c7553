namespace ReplayKit.TraceFormat.Model;

/// <summary>The names that <see cref="RecordedField"/> uses.</summary>
public static class FieldNames
{
    /// <summary>HTTP method.</summary>
    public const string Method = "method";

    /// <summary>Query string with its leading <c>?</c>, redacted.</summary>
    public const string Query = "query";

    /// <summary>The host's own name for a request; unique within a process.</summary>
    public const string TraceIdentifier = "traceIdentifier";

    /// <summary>Protocol, such as <c>HTTP/1.1</c>.</summary>
    public const string Protocol = "protocol";

    /// <summary>An exception's message, redacted.</summary>
    public const string Message = "message";

    /// <summary>Span id of an outgoing request's activity: the same at its start and its stop.</summary>
    public const string Span = "span";

    /// <summary>What told of a database command: <c>ef</c>, <c>sqlclient</c> or <c>npgsql</c>.</summary>
    public const string Source = "source";

    /// <summary>Nanoseconds since the recording began at which a gap begins.</summary>
    public const string Since = "since";

    /// <summary>Milliseconds until a timer is due.</summary>
    public const string Due = "due";

    /// <summary>Present, with the value <c>true</c>, at the stop of a request whose client had gone away.</summary>
    public const string Aborted = "aborted";

    /// <summary>Prefix of a request header's field; the header's name follows in its original case.</summary>
    public const string HeaderPrefix = "header:";
}
