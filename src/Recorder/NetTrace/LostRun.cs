namespace ReplayKit.Recorder.NetTrace;

/// <summary>Events in a row that one thread could not write.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="FromNs">Time of its last event before, in nanoseconds since the session began; 0 when it had none.</param>
/// <param name="ToNs">Time of its first event after, or of the point at which the runtime counted.</param>
/// <param name="Count">How many.</param>
public readonly record struct LostRun(long ThreadId, long FromNs, long ToNs, long Count);
