namespace ReplayKit.TraceFormat.Wire;

/// <summary>The recording cannot be written. What was written before stays readable.</summary>
public sealed class RecordingWriteException : RecordingException
{
    /// <summary>An error that says what happened and what to do.</summary>
    public RecordingWriteException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public RecordingWriteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
