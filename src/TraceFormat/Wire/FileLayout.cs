namespace ReplayKit.TraceFormat.Wire;

/// <summary>The fixed bytes of the file. See docs/trace-format.md.</summary>
internal static class FileLayout
{
    public const string IncompleteSuffix = ".incomplete";

    /// <summary>Magic and version.</summary>
    public const int PreambleBytes = 10;

    /// <summary>Kind, payload length, checksum.</summary>
    public const int FrameHeaderBytes = 1 + sizeof(uint) + sizeof(ulong);

    /// <summary>Offset of the footer's frame, and the closing magic.</summary>
    public const int TrailerBytes = sizeof(long) + 8;

    public static ReadOnlySpan<byte> Magic => "RKTRACE\0"u8;

    public static ReadOnlySpan<byte> EndMagic => "RKTREND\0"u8;
}
