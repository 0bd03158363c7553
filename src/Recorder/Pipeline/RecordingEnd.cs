namespace ReplayKit.Recorder.Pipeline;

/// <summary>How a recording ended.</summary>
/// <param name="DurationNs">How long it was.</param>
/// <param name="IsWhole">Whether all that the target had written came.</param>
/// <param name="TargetExited">Whether it ended because the target exited.</param>
internal sealed record RecordingEnd(long DurationNs, bool IsWhole, bool TargetExited);
