using System.Buffers.Binary;
using System.Text;

namespace ReplayKit.Recorder.Import;

/// <summary>What stands at fixed places at the begin of a trace.</summary>
/// <param name="Version">Version of the format.</param>
/// <param name="ProcessId">The recorded process; 0 when only the events tell.</param>
internal readonly record struct TracePreamble(int Version, int ProcessId)
{
    // "Nettrace", then either zero and the version (6 and later), or a text with its length, and the object "Trace" with its version.
    private const int MajorAt = 12;
    private const int TextAt = 12;
    private const int ObjectVersionAt = 35;
    private const int ProcessIdAt = 89;
    private const int Bytes = ProcessIdAt + sizeof(int);
    private const string Text = "!FastSerialization.1";

    /// <summary>Reads it, and goes back to the first byte.</summary>
    /// <returns>Version 0 when the file ends before, or holds something else.</returns>
    internal static TracePreamble Read(Stream trace)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        var count = trace.ReadAtLeast(bytes, Bytes, throwOnEndOfStream: false);
        trace.Position = 0;
        if (count < Bytes) return default;
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) == 0) return new(BinaryPrimitives.ReadInt32LittleEndian(bytes[MajorAt..]), 0);
        if (Encoding.ASCII.GetString(bytes.Slice(TextAt, Text.Length)) != Text) return default;
        return new(BinaryPrimitives.ReadInt32LittleEndian(bytes[ObjectVersionAt..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[ProcessIdAt..]));
    }
}
