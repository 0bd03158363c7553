namespace ReplayKit.TraceFormat.Model;

/// <summary>How much a recorder listens to. Each tier holds all of the ones below it. The numbers are part of the file format.</summary>
public enum RecordingTier
{
    /// <summary>Nothing: the recorder stood back.</summary>
    Off = 0,

    /// <summary>Requests, exceptions, pauses of the runtime.</summary>
    Requests = 1,

    /// <summary>Also each async step, the await graph, outgoing calls and database commands: what a replay follows.</summary>
    Tasks = 2,

    /// <summary>Also the thread pool, lock contention, blocking waits and timers.</summary>
    Full = 3,
}
