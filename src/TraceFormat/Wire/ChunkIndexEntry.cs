namespace ReplayKit.TraceFormat.Wire;

/// <summary>Where a chunk stands.</summary>
/// <param name="Offset">Its offset in the file, in bytes.</param>
/// <param name="EventCount">Events in it.</param>
/// <param name="FirstTimeNs">Time of its first event, in nanoseconds since the recording began.</param>
public readonly record struct ChunkIndexEntry(long Offset, int EventCount, long FirstTimeNs);
