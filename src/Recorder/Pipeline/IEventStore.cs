using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>Where a recording's events go, in their total order.</summary>
internal interface IEventStore
{
    /// <summary>Takes the next event.</summary>
    void Append(in RecordedEvent recorded);
}
