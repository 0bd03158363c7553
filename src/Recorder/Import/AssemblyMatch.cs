using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Import;

/// <summary>The recorded process's assemblies, as far as their files are at hand.</summary>
/// <param name="LoadedCount">How many the trace says were loaded; 0 when it does not tell.</param>
/// <param name="Found">Those whose file is at hand and is, by its signature, the one that was loaded.</param>
/// <param name="Methods">Their async methods, and those of unproved files.</param>
/// <param name="UnprovedCount">Files of the given folder that nothing in the trace proves to be those that were loaded.</param>
/// <param name="OtherBuild">Names of the given folder's files that the trace proves to be of another build: they were not used.</param>
public sealed record AssemblyMatch(
    int LoadedCount,
    ImmutableArray<RecordedAssembly> Found,
    ImmutableArray<AsyncMethod> Methods,
    int UnprovedCount,
    ImmutableArray<string> OtherBuild);
