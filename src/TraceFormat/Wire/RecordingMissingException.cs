namespace ReplayKit.TraceFormat.Wire;

/// <summary>There is no such file or folder.</summary>
public sealed class RecordingMissingException : RecordingException
{
    /// <summary>An error that says what happened and what to do.</summary>
    public RecordingMissingException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public RecordingMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
