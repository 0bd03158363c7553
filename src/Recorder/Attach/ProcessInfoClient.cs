using System.Buffers.Binary;
using System.Text;

namespace ReplayKit.Recorder.Attach;

/// <summary>
/// Asks a runtime about itself, by the command ProcessInfo2 of the diagnostic protocol. The client library asks the same but keeps the
/// answer to itself.
/// </summary>
public static class ProcessInfoClient
{
    private const int HeaderLength = 20;
    private const byte ProcessCommandSet = 0x04;
    private const byte ProcessInfo2Command = 0x04;
    private const byte ServerCommandSet = 0xFF;
    private const byte OkCommand = 0x00;

    /// <summary>Largest answer accepted, in bytes; the length is the target's word.</summary>
    private const int AnswerLengthMax = 1 << 20;

    private static ReadOnlySpan<byte> Magic => "DOTNET_IPC_V1\0"u8;

    /// <summary>Asks over an open port.</summary>
    /// <returns>What the runtime tells; null when it is too old to know the question.</returns>
    /// <exception cref="EndOfStreamException">The target hung up.</exception>
    /// <exception cref="InvalidDataException">The answer makes no sense.</exception>
    public static async Task<DotnetProcess?> AskAsync(Stream port, int processId, CancellationToken cancellation)
    {
        await port.WriteAsync(Question(), cancellation).ConfigureAwait(false);
        var header = new byte[HeaderLength];
        await port.ReadExactlyAsync(header, cancellation).ConfigureAwait(false);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(14)) - HeaderLength;
        if (!header.AsSpan().StartsWith(Magic) || header[16] != ServerCommandSet || length is < 0 or > AnswerLengthMax)
            throw new InvalidDataException("The diagnostic port's answer is not of the diagnostic protocol.");
        var body = new byte[length];
        await port.ReadExactlyAsync(body, cancellation).ConfigureAwait(false);
        return header[17] == OkCommand ? Parse(body, processId) : null;
    }

    private static byte[] Question()
    {
        var question = new byte[HeaderLength];
        Magic.CopyTo(question);
        BinaryPrimitives.WriteUInt16LittleEndian(question.AsSpan(14), HeaderLength);
        question[16] = ProcessCommandSet;
        question[17] = ProcessInfo2Command;
        return question;
    }

    // Process id (8 bytes), cookie (16 bytes), command line, operating system, architecture, entry assembly, runtime version.
    private static DotnetProcess Parse(byte[] body, int processId)
    {
        var at = sizeof(long) + 16;
        var commandLine = ReadString(body, ref at);
        var system = ReadString(body, ref at);
        var architecture = ReadString(body, ref at);
        var entryAssembly = ReadString(body, ref at);
        var version = ReadString(body, ref at);
        return new DotnetProcess(processId, entryAssembly, commandLine, version, system, architecture);
    }

    // A count of UTF-16 characters with their terminating zero, then the characters.
    private static string ReadString(byte[] body, ref int at)
    {
        if (at > body.Length - sizeof(int)) throw new InvalidDataException("The diagnostic port's answer ends too early.");
        var count = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at));
        at += sizeof(int);
        if (count < 0 || count > (body.Length - at) / sizeof(char))
            throw new InvalidDataException("The diagnostic port's answer ends too early.");
        var text = Encoding.Unicode.GetString(body, at, count * sizeof(char));
        at += count * sizeof(char);
        return text.TrimEnd('\0');
    }
}
