using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Import;

/// <summary>What came of an import.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Process">The recorded process.</param>
/// <param name="Duration">From the trace's first instant to its last event.</param>
/// <param name="Bytes">Size of the file in bytes.</param>
/// <param name="Completeness">How much of what happened the file holds.</param>
/// <param name="Assemblies">Where the names of methods come from.</param>
/// <param name="Missing">What the trace holds no event of, and a recording needs.</param>
public sealed record ImportSummary(
    string Path,
    RecordedProcess Process,
    TimeSpan Duration,
    long Bytes,
    Completeness Completeness,
    AssemblyMatch Assemblies,
    ImmutableArray<MissingEvents> Missing);
