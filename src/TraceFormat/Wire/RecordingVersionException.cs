namespace ReplayKit.TraceFormat.Wire;

/// <summary>The file is of a version that this build does not read.</summary>
public sealed class RecordingVersionException : RecordingException
{
    /// <summary>An error that says what happened and what to do.</summary>
    public RecordingVersionException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public RecordingVersionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
