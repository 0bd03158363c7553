namespace ReplayKit.Recorder.Import;

/// <summary>A trace holds no event that a recording is made of: it was collected with other providers.</summary>
public sealed class NothingToImportException : Exception
{
    /// <summary>An error that says what happened.</summary>
    public NothingToImportException(string message)
        : base(message)
    {
    }
}
