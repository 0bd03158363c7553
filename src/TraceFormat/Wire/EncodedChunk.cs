namespace ReplayKit.TraceFormat.Wire;

/// <summary>Events in a row as a file holds them: a few bytes each.</summary>
public sealed class EncodedChunk
{
    internal EncodedChunk(byte[] payload, int eventCount, long firstTimeNs, long lastTimeNs)
    {
        Payload = payload;
        EventCount = eventCount;
        FirstTimeNs = firstTimeNs;
        LastTimeNs = lastTimeNs;
    }

    /// <summary>How many events.</summary>
    public int EventCount { get; }

    /// <summary>Time of the first.</summary>
    public long FirstTimeNs { get; }

    /// <summary>Time of the last.</summary>
    public long LastTimeNs { get; }

    /// <summary>Bytes that they take.</summary>
    public int ByteCount => Payload.Length;

    internal byte[] Payload { get; }
}
