using System.Buffers.Binary;
using System.Text;

namespace ReplayKit.Recorder.Attach;

/// <summary>
/// Asks a runtime about itself, by the command ProcessInfo2 of the diagnostic protocol. The client library asks the same but keeps the
/// answer to itself.
/// </summary>
public static class ProcessInfoClient
{
    /// <summary>Asks over an open port.</summary>
    /// <returns>What the runtime tells, with the pid that it has for itself; null when it is too old to know the question.</returns>
    /// <exception cref="EndOfStreamException">The target hung up.</exception>
    /// <exception cref="InvalidDataException">The answer makes no sense.</exception>
    public static async Task<DotnetProcess?> AskAsync(Stream port, CancellationToken cancellation)
    {
        var answer = await DiagnosticMessage.AskAsync(port, DiagnosticMessage.ProcessInfo2Command, cancellation).ConfigureAwait(false);
        return answer.Id == DiagnosticMessage.Ok ? Parse(answer.Body) : null;
    }

    // Process id (8 bytes), cookie (16 bytes), command line, operating system, architecture, entry assembly, runtime version.
    private static DotnetProcess Parse(byte[] body)
    {
        if (body.Length < sizeof(long) + 16) throw TooShort();
        var processId = BinaryPrimitives.ReadInt64LittleEndian(body);
        if (processId is < 1 or > int.MaxValue) throw new InvalidDataException("The diagnostic port tells a pid that none can be.");
        var at = sizeof(long) + 16;
        var commandLine = ReadString(body, ref at);
        var system = ReadString(body, ref at);
        var architecture = ReadString(body, ref at);
        var entryAssembly = ReadString(body, ref at);
        var version = ReadString(body, ref at);
        return new DotnetProcess((int)processId, entryAssembly, commandLine, version, system, architecture);
    }

    // A count of UTF-16 characters with their terminating zero, then the characters.
    private static string ReadString(byte[] body, ref int at)
    {
        if (at > body.Length - sizeof(int)) throw TooShort();
        var count = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at));
        at += sizeof(int);
        if (count < 0 || count > (body.Length - at) / sizeof(char)) throw TooShort();
        var text = Encoding.Unicode.GetString(body, at, count * sizeof(char));
        at += count * sizeof(char);
        return text.TrimEnd('\0');
    }

    private static InvalidDataException TooShort() => new("The diagnostic port's answer ends too early.");
}
