namespace ReplayKit.TraceFormat.Causality;

/// <summary>A time in which the runtime let no managed thread run.</summary>
/// <param name="StartNs">Nanoseconds since the recording began.</param>
/// <param name="StopNs">Nanoseconds since the recording began.</param>
public sealed record GcPause(long StartNs, long StopNs);
