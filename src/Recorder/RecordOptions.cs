using ReplayKit.Recorder.Normalize;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder;

/// <summary>What to record, and where to.</summary>
public sealed record RecordOptions
{
    /// <summary>Pid of the process to record.</summary>
    public required int ProcessId { get; init; }

    /// <summary>File to write. While the recording runs it carries the suffix <c>.incomplete</c>.</summary>
    public required string OutputPath { get; init; }

    /// <summary>How long to record at most; null until stopped, cancelled, or the target exits.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How much to listen to; above <see cref="RecordingTier.Off"/>.</summary>
    public RecordingTier Tier { get; init; } = RecordingTier.Tasks;

    /// <summary>What must not reach the disk as it is.</summary>
    public RedactionOptions Redaction { get; init; } = RedactionOptions.Default;

    /// <summary>Ends the recording at the first event for which it is true; null for none. Called on the reading thread for each event kept, so it must be quick.</summary>
    public Predicate<RecordedEvent>? StopWhen { get; init; }

    /// <summary>Memory in MiB that the runtime may use inside the target for events that the recorder has not read yet; 16 to 4096.</summary>
    public int BufferMiB { get; init; } = 256;
}
