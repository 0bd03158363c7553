using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Import;

/// <summary>The file is no trace that can be imported.</summary>
public sealed class UnreadableTraceException : RecordingException
{
    /// <summary>An error that says what happened and what to do.</summary>
    public UnreadableTraceException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public UnreadableTraceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
