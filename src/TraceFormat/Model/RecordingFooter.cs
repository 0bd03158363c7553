using System.Collections.Immutable;

namespace ReplayKit.TraceFormat.Model;

/// <summary>What is known only when a recording ends.</summary>
/// <param name="DurationNs">Nanoseconds from the first instant of the recording to its last.</param>
/// <param name="Completeness">How much of what happened the file holds.</param>
/// <param name="AsyncMethods">For each recorded bare name: the methods of the recorded build that it can stand for. Names nobody could resolve are absent.</param>
public sealed record RecordingFooter(long DurationNs, Completeness Completeness, ImmutableArray<AsyncMethod> AsyncMethods);
