namespace ReplayKit.TraceFormat.Wire;

/// <summary>Bytes of the file are not what was written, or go beyond what is believed.</summary>
public sealed class RecordingDamagedException : RecordingException
{
    /// <summary>An error that says what happened and what to do.</summary>
    public RecordingDamagedException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public RecordingDamagedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
