using System.Collections.Immutable;

namespace ReplayKit.Recorder;

/// <summary>What a finished recording holds.</summary>
/// <param name="Path">Full path of the first file; empty when a flight recorder wrote none.</param>
/// <param name="Events">Events kept.</param>
/// <param name="EventsLost">Events the runtime had to drop.</param>
/// <param name="Bytes">Size of all files in bytes.</param>
/// <param name="Requests">Requests that arrived while it ran.</param>
/// <param name="Duration">From the first instant of the recording to its last.</param>
/// <param name="TargetExited">Whether it ended because the target exited. When the target was killed, its last events are missing and the file says so.</param>
public sealed record RecordingSummary(
    string Path, long Events, long EventsLost, long Bytes, int Requests, TimeSpan Duration, bool TargetExited)
{
    /// <summary>How long it took from the call to the first event; null when none came.</summary>
    public TimeSpan? FirstEvent { get; init; }

    /// <summary>How long it took from the end of listening until all was written.</summary>
    public TimeSpan Stop { get; init; }

    /// <summary>What was written: one file, or those of a flight recorder, none if nothing happened.</summary>
    public ImmutableArray<RecordedFile> Files { get; init; } = [];
}
