namespace ReplayKit.TraceFormat.Wire;

/// <summary>The file was not written by ReplayKit.</summary>
public sealed class NotARecordingException : RecordingException
{
    /// <summary>An error that says what happened and what to do.</summary>
    public NotARecordingException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public NotARecordingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
