using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Import;

/// <summary>Opens files in the format of EventPipe, and names those of another.</summary>
public static class TraceFile
{
    private const string Remedy = "Name a .nettrace file as dotnet-trace or dotnet-monitor write it.";
    private const int MagicBytes = 8;

    /// <summary>Opens a trace, at its first byte.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RecordingMissingException">There is no such file.</exception>
    /// <exception cref="UnreadableTraceException">The file is no trace of EventPipe.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileStream Open(string path)
    {
        if (!File.Exists(path)) throw new RecordingMissingException($"There is no file {path}. {Remedy}");
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            Span<byte> magic = stackalloc byte[MagicBytes];
            var count = file.ReadAtLeast(magic, MagicBytes, throwOnEndOfStream: false);
            if (!magic[..count].SequenceEqual("Nettrace"u8)) throw new UnreadableTraceException($"{path} {Describe(path, magic[..count])}");
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static string Describe(string path, ReadOnlySpan<byte> magic)
    {
        if (magic.IsEmpty) return $"is empty. {Remedy}";
        if (magic.StartsWith("RKTRACE"u8)) return "is a recording already. Open it with `replaykit show`.";
        if (magic.StartsWith(new byte[] { 0x1f, 0x8b }) || magic.StartsWith("PK"u8)) return "is compressed. Unpack it and import the .nettrace file that is in it.";
        if (HasExtension(path, ".etl")) return $"is a Windows event log (ETL), not a trace of EventPipe. {Remedy}";
        // "!FastSerialization.1" with its length in front: what .NET Core 2 wrote, and what PerfView makes of a trace.
        if (magic.Length == MagicBytes && magic[4..].StartsWith("!Fas"u8)) return $"is a trace of .NET Core 2 or an index of PerfView. {Remedy}";
        return $"is no trace of EventPipe. {Remedy}";
    }

    private static bool HasExtension(string path, string extension) =>
        Path.GetExtension(path).Equals(extension, StringComparison.OrdinalIgnoreCase);
}
