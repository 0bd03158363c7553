namespace ReplayKit.Recorder;

/// <summary>What a finished recording holds.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Events">Events kept.</param>
/// <param name="EventsLost">Events the runtime had to drop.</param>
/// <param name="Bytes">Size of the file in bytes.</param>
/// <param name="Requests">Requests that arrived while it ran.</param>
/// <param name="Duration">From the first instant of the recording to its last.</param>
/// <param name="TargetExited">Whether it ended because the target exited. When the target was killed, its last events are missing and the file says so.</param>
public sealed record RecordingSummary(
    string Path, long Events, long EventsLost, long Bytes, int Requests, TimeSpan Duration, bool TargetExited);
