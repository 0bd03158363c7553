using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Reads and writes whole recordings.</summary>
public static class RecordingFile
{
    /// <summary>Extension of recordings.</summary>
    public const string Extension = ".rktrace";

    /// <summary>What stands behind a recording's name until it is closed.</summary>
    public const string IncompleteSuffix = FileLayout.IncompleteSuffix;

    /// <summary>Reads a recording into memory: about ten times the bytes of the file. <see cref="RecordingReader"/> reads one without.</summary>
    /// <exception cref="RecordingException">It is missing, damaged, or of another version, or it stands for more than its length can be believed to (<see cref="WireLimits.WholeBytesMin"/>).</exception>
    public static Recording Read(string path)
    {
        using var reader = RecordingReader.Open(path);
        return reader.ReadWhole();
    }

    /// <summary>Writes a recording. A file of that name is replaced.</summary>
    /// <exception cref="RecordingWriteException">It cannot be written.</exception>
    public static void Write(string path, Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        using var writer = RecordingWriter.Create(path, recording.Header);
        foreach (var recorded in recording.Events) writer.Append(recorded);
        writer.Close(recording.Footer);
    }
}
