namespace ReplayKit.Recorder;

/// <summary>How far a recording has come; reported about twice a second.</summary>
/// <param name="Elapsed">Time since the first instant of the recording.</param>
/// <param name="Events">Events kept so far.</param>
/// <param name="EventsLost">Events the runtime had to drop so far.</param>
/// <param name="Bytes">Bytes written to the file so far.</param>
/// <param name="Requests">Requests that arrived so far.</param>
public sealed record RecordingProgress(TimeSpan Elapsed, long Events, long EventsLost, long Bytes, int Requests);
