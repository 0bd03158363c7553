using System.Collections.Immutable;

namespace ReplayKit.TraceFormat.Model;

/// <summary>What is known when a recording begins.</summary>
/// <param name="ToolVersion">Version of the recorder.</param>
/// <param name="StartUtc">Wall-clock time of <see cref="RecordedEvent.TimeNs"/> 0, in UTC.</param>
/// <param name="Process">The recorded process.</param>
/// <param name="Assemblies">Assemblies loaded when the recording began.</param>
/// <param name="Redacted">Names of headers and fields whose values were replaced; empty when redaction was off.</param>
public sealed record RecordingHeader(
    string ToolVersion,
    DateTimeOffset StartUtc,
    RecordedProcess Process,
    ImmutableArray<RecordedAssembly> Assemblies,
    ImmutableArray<string> Redacted);
