using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>The footer as the file holds it: with the index of chunks.</summary>
/// <param name="Footer">What the model knows.</param>
/// <param name="Chunks">Where the chunks stand.</param>
internal sealed record StoredFooter(RecordingFooter Footer, ImmutableArray<ChunkIndexEntry> Chunks);
