namespace ReplayKit.TraceFormat.Wire;

/// <summary>A recording or an incident cannot be used. The message says what happened and what to do.</summary>
public abstract class RecordingException : Exception
{
    /// <summary>An error that says what happened and what to do.</summary>
    protected RecordingException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    protected RecordingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
