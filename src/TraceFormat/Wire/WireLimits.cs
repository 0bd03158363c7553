namespace ReplayKit.TraceFormat.Wire;

/// <summary>Bounds within which a file is believed. What goes beyond them is refused before memory is taken for it.</summary>
public static class WireLimits
{
    /// <summary>Most events in one chunk.</summary>
    public const int ChunkEventCountMax = 65_536;

    /// <summary>Most bytes of one frame as it stands in the file.</summary>
    public const int FrameBytesMax = 32 * 1024 * 1024;

    /// <summary>Most bytes of one frame after decompression.</summary>
    public const int PayloadBytesMax = 64 * 1024 * 1024;

    /// <summary>Most entries of a list in a header or footer.</summary>
    public const int ListCountMax = 200_000;
}
