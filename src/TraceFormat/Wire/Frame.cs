namespace ReplayKit.TraceFormat.Wire;

/// <summary>One frame of the file, its checksum already found right.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Offset">Where it begins, in bytes from the start of the file.</param>
/// <param name="Payload">What it holds, compressed.</param>
internal readonly record struct Frame(FrameKind Kind, long Offset, byte[] Payload)
{
    /// <summary>Where the next frame begins.</summary>
    public long End => Offset + FileLayout.FrameHeaderBytes + Payload.Length;
}
