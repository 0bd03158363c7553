using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>One chunk of a file.</summary>
/// <param name="Events">Its events; at least one.</param>
/// <param name="PayloadBytes">Bytes it took after decompression.</param>
internal readonly record struct DecodedChunk(RecordedEvent[] Events, int PayloadBytes);
