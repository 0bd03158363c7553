using System.Collections.Immutable;
using ReplayKit.Recorder.Normalize;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>What a trace says of itself and of the process it is of.</summary>
public sealed record TraceFacts
{
    /// <summary>Wall-clock time of time 0, in UTC.</summary>
    public required DateTimeOffset StartUtc { get; init; }

    /// <summary>From time 0 to the last event of the session, in nanoseconds.</summary>
    public required long DurationNs { get; init; }

    /// <summary>The processes that events are of, in ascending order.</summary>
    public required ImmutableArray<int> ProcessIds { get; init; }

    /// <summary>Logical processors of the machine.</summary>
    public required int ProcessorCount { get; init; }

    /// <summary>The process's command line; empty when the trace does not tell.</summary>
    public required string CommandLine { get; init; }

    /// <summary>Operating system, as the runtime names it; empty when the trace does not tell.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>Processor architecture, as the runtime names it; empty when the trace does not tell.</summary>
    public required string Architecture { get; init; }

    /// <summary>Version of the .NET runtime; empty when the trace does not tell.</summary>
    public required string RuntimeVersion { get; init; }

    /// <summary>Assemblies the process had loaded, each once; empty when the trace holds no rundown.</summary>
    public required ImmutableArray<TraceModule> Modules { get; init; }

    /// <summary>Providers that the recorder knows and that there is an event of.</summary>
    public required ImmutableHashSet<RawProvider> Seen { get; init; }

    /// <summary>Events of providers that the recorder does not know, by name, most frequent first.</summary>
    public required ImmutableArray<UnknownEvents> Foreign { get; init; }

    /// <summary>Whether the trace ends where its writer ended it.</summary>
    public required bool IsWhole { get; init; }
}
