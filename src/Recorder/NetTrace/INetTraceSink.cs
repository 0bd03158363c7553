using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.NetTrace;

/// <summary>Gets what a stream holds, on the thread that reads it.</summary>
public interface INetTraceSink
{
    /// <summary>An event. Those of one thread come in their order. Its payload is valid during the call only.</summary>
    void OnEvent(in RawEvent raw);

    /// <summary>Events were dropped.</summary>
    void OnLost(in LostRun lost);

    /// <summary>No event older than this comes any more.</summary>
    /// <param name="timeNs">Nanoseconds since the session began.</param>
    void OnOlderComplete(long timeNs);

    /// <summary>Nothing came for half a second; called again while that lasts. The runtime hands out what it has ten times a second.</summary>
    void OnQuiet();
}
