using System.Collections.Immutable;
using ReplayKit.Recorder.Attach;
using ReplayKit.Recorder.Normalize;
using ReplayKit.Recorder.Triggers;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder;

/// <summary>What to record, and where to.</summary>
public sealed record RecordOptions
{
    /// <summary>Pid of the process to record.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The process to record, when it was found before, possibly by another way than its pid; null to find it by <see cref="ProcessId"/>.</summary>
    public DotnetProcess? Target { get; init; }

    /// <summary>File to write. While the recording runs it carries the suffix <c>.incomplete</c>.</summary>
    public required string OutputPath { get; init; }

    /// <summary>How long to record at most; null until stopped, cancelled, or the target exits.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How much to listen to; above <see cref="RecordingTier.Off"/>.</summary>
    public RecordingTier Tier { get; init; } = RecordingTier.Tasks;

    /// <summary>
    /// Most processor time per request that recording may cost the target, as a share of what a request costs without; null for no limit. Above 0, below 1.
    /// With it, <see cref="Tier"/> is the most that is listened to.
    /// </summary>
    public double? Budget { get; init; }

    /// <summary>What must not reach the disk as it is.</summary>
    public RedactionOptions Redaction { get; init; } = RedactionOptions.Default;

    /// <summary>What ends the recording, or what a flight recorder writes a file for.</summary>
    public ImmutableArray<Trigger> Until { get; init; } = [];

    /// <summary>How much of what follows a trigger is recorded too.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Makes it a flight recorder, which keeps the last events in memory and writes a file only for a trigger; null for a recording from begin to end.</summary>
    public FlightOptions? Flight { get; init; }

    /// <summary>Memory in MiB that the runtime may use inside the target for events that the recorder has not read yet; 1 to 4096.</summary>
    public int BufferMiB { get; init; } = 256;
}
