namespace ReplayKit.TraceFormat.Wire;

/// <summary>What a frame of the file holds.</summary>
internal enum FrameKind : byte
{
    Header = 1,
    Chunk = 2,
    Footer = 3,
}
