using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder;

/// <summary>How far a recording has come; reported about twice a second.</summary>
/// <param name="Elapsed">Time since the first instant of the recording.</param>
/// <param name="Events">Events kept so far.</param>
/// <param name="EventsLost">Events the runtime had to drop so far.</param>
/// <param name="Requests">Requests that arrived so far.</param>
public sealed record RecordingProgress(TimeSpan Elapsed, long Events, long EventsLost, long Requests)
{
    /// <summary>Bytes written to files so far.</summary>
    public long Bytes { get; init; }

    /// <summary>Bytes of memory in which a flight recorder keeps events; 0 for other recordings.</summary>
    public long HeldBytes { get; init; }

    /// <summary>What is listened to now.</summary>
    public RecordingTier Tier { get; init; }

    /// <summary>What recording costs the target: processor time per request, relative to that without; null while it is not known.</summary>
    public double? Cost { get; init; }

    /// <summary>Files that a flight recorder wrote so far.</summary>
    public int Files { get; init; }
}
