namespace ReplayKit.Recorder;

/// <summary>How a flight recorder keeps what led to a trigger.</summary>
public sealed record FlightOptions
{
    /// <summary>How much of the time before a trigger is kept; above zero.</summary>
    public required TimeSpan Keep { get; init; }

    /// <summary>Most memory for it, in bytes. When events are so many that it does not suffice, less time is kept, and the recording says so.</summary>
    public long KeepBytesMax { get; init; } = 256L * 1024 * 1024;

    /// <summary>Whether the last events are written when the recorder is stopped, though nothing happened.</summary>
    public bool WritesAtEnd { get; init; }

    /// <summary>Most files to write; after that many the recorder ends. At least 1.</summary>
    public int FilesMax { get; init; } = 10;
}
