using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>What is asked of a target.</summary>
/// <param name="Tier">How much to listen to.</param>
/// <param name="BufferMiB">Memory that the runtime may use for events not read yet.</param>
public sealed record SessionRequest(RecordingTier Tier, int BufferMiB);
