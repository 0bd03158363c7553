using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Merging;

/// <summary>What parts came to.</summary>
/// <param name="Whole">What they are together; null when they are not the parts of one search.</param>
/// <param name="Problems">Why not: a sentence each.</param>
public sealed record MergeResult(Certificate? Whole, ImmutableArray<string> Problems);
