using System.Collections.Immutable;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>What becomes of a recording's events: one file, or a file for each trigger.</summary>
internal interface IRecordingOutput : IDisposable
{
    /// <summary>Takes the events.</summary>
    IEventStore Store { get; }

    /// <summary>Bytes on disk so far.</summary>
    long BytesWritten { get; }

    /// <summary>Bytes of memory that kept events take.</summary>
    long HeldBytes { get; }

    /// <summary>Files that are complete.</summary>
    int FileCount { get; }

    /// <summary>Says whom to ask for names and counts. Before the first event.</summary>
    void Use(EventPipeline pipeline);

    /// <summary>Takes away what was made: the recording did not begin.</summary>
    void Abandon();

    /// <summary>Ends when the recording is to end because of what was written, or fails when it could not be written.</summary>
    Task Ended { get; }

    /// <summary>A trigger fired.</summary>
    /// <param name="timeNs">When, in time of the recording.</param>
    /// <param name="reason">What happened.</param>
    void Fire(long timeNs, string reason);

    /// <summary>Time passed in the recording; called about twice a second.</summary>
    void Tick(long timeNs);

    /// <summary>Writes what is left. No more events come.</summary>
    /// <param name="end">How the recording ended.</param>
    /// <returns>What was written.</returns>
    Task<ImmutableArray<RecordedFile>> CompleteAsync(RecordingEnd end);
}
