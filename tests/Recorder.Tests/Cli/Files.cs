using NUnit.Framework;
using ReplayKit.Recorder.Tests.Cutting;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Tests.Cli;

/// <summary>Recordings on disk for tests of the tool, in every state a user may meet.</summary>
internal static class Files
{
    private const int PreambleBytes = 10;

    /// <summary>A path of its own for each call.</summary>
    public static string NewPath(string extension = ".rktrace")
    {
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "cli");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, Path.GetRandomFileName() + extension);
    }

    /// <summary>A path for a socket, which must be short; nothing is there.</summary>
    public static string NewSocketPath() => Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    /// <summary>A whole recording of a made-up service, none of whose requests failed unless the seed makes them.</summary>
    public static string Whole(int seed = 3)
    {
        var path = NewPath();
        RecordingFile.Write(path, GeneratedService.Record(seed));
        return path;
    }

    /// <summary>What a recorder leaves that was killed.</summary>
    public static string Unclosed()
    {
        var path = NewPath();
        var recording = GeneratedService.Record(3);
        using var writer = RecordingWriter.Create(path, recording.Header);
        foreach (var e in recording.Events) writer.Append(e);
        writer.Flush();
        return path;
    }

    /// <summary>A recording that lacks its last bytes, as a copy that was broken off.</summary>
    public static string Truncated()
    {
        var path = Whole();
        using var file = new FileStream(path, FileMode.Open);
        file.SetLength(file.Length - 20);
        return path;
    }

    /// <summary>A recording of which one byte in the middle is another.</summary>
    public static string Damaged() => Changed(static bytes => bytes[bytes.Length / 2] ^= 0xff);

    /// <summary>A recording of a version to come.</summary>
    public static string OfLaterVersion() => Changed(static bytes => bytes[PreambleBytes - 1] = 0x7f);

    /// <summary>A file that is no recording.</summary>
    public static string Text()
    {
        var path = NewPath();
        File.WriteAllText(path, "Dear diary, today I recorded nothing at all.");
        return path;
    }

    /// <summary>A recording that lost events.</summary>
    public static string Lossy()
    {
        var path = NewPath();
        var recording = GeneratedService.Record(3);
        var completeness = new Completeness(recording.Events.Length, 7, false, []);
        RecordingFile.Write(path, recording with { Footer = recording.Footer with { Completeness = completeness } });
        return path;
    }

    /// <summary>A recording of one request, with a secret in its header.</summary>
    public static string WithSecret(string secret)
    {
        var path = NewPath();
        var recording = GeneratedService.Record(3);
        RecordedEvent started = new(RecordedEventKind.RequestStarted, 1, 1) { Text = "/", Fields = [new(FieldNames.HeaderPrefix + "X-Api-Key", secret)] };
        RecordingFile.Write(path, recording with { Events = [started], Footer = recording.Footer with { Completeness = new Completeness(1, 0, false, []) } });
        return path;
    }

    private static string Changed(Action<byte[]> change)
    {
        var path = Whole();
        var bytes = File.ReadAllBytes(path);
        change(bytes);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
