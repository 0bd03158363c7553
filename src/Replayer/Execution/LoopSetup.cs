namespace ReplayKit.Replayer.Execution;

/// <summary>What a loop is told before it runs.</summary>
/// <param name="Options">Bounds of the run.</param>
/// <param name="RecordingEndNs">Where the recording ends, in nanoseconds since it began.</param>
public sealed record LoopSetup(LoopOptions Options, long RecordingEndNs);
