namespace ReplayKit.TraceFormat.Wire;

/// <summary>
/// Bounds within which a file is believed. What goes beyond them is refused before memory is taken for it; the writer keeps what it
/// writes within them.
/// </summary>
public static class WireLimits
{
    /// <summary>Most events in one chunk.</summary>
    public const int ChunkEventCountMax = 65_536;

    /// <summary>Most fields in one chunk, over all of its events.</summary>
    public const int ChunkFieldCountMax = 65_536;

    /// <summary>Most bytes of one frame as it stands in the file.</summary>
    public const int FrameBytesMax = 20 * 1024 * 1024;

    /// <summary>Most bytes of one frame after decompression.</summary>
    public const int PayloadBytesMax = 16 * 1024 * 1024;

    /// <summary>Most UTF-16 characters of all texts of one event, and of one chunk. An event beyond it cannot be written.</summary>
    public const int EventTextCharsMax = 4 * 1024 * 1024;

    /// <summary>Most chunks of a recording: a week of one each second. A recording that has as many takes no further event.</summary>
    public const int ChunkCountMax = 600_000;

    /// <summary>Most entries of a list in a header or footer but its index of chunks, and of the texts of a chunk.</summary>
    public const int ListCountMax = 200_000;

    /// <summary>Most bytes of an incident's description.</summary>
    public const int DescriptionBytesMax = 16 * 1024 * 1024;

    /// <summary>Bytes of memory that any recording may take when it is read whole, counted as 64 for each event and 2 for each byte after decompression.</summary>
    public const long WholeBytesMin = 64 * 1024 * 1024;

    /// <summary>Further bytes of memory for each byte of the file. A real recording takes about ten.</summary>
    public const long WholeBytesPerFileByte = 64;

    // Texts take two bytes for one of the payload, an event its own size.
    private const long EventBytes = 64;
    private const long PayloadByteBytes = 2;

    /// <summary>What one chunk counts when a recording is read whole, in bytes of memory.</summary>
    internal static long WholeBytesOf(int eventCount, int payloadBytes) => (EventBytes * eventCount) + (PayloadByteBytes * payloadBytes);
}
