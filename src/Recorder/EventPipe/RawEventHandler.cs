using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>Gets each event of a session, on the session's reading thread. Its payload is valid during the call only.</summary>
/// <param name="raw">The event.</param>
public delegate void RawEventHandler(in RawEvent raw);
