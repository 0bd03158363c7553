using System.Buffers.Binary;

namespace ReplayKit.Recorder.Attach;

/// <summary>A message of the diagnostic protocol, as far as the client library keeps it to itself: a question without arguments, and its answer.</summary>
/// <param name="Id">What the runtime answered: <see cref="Ok"/>, or that it failed.</param>
/// <param name="Body">What it told.</param>
public sealed record DiagnosticMessage(byte Id, byte[] Body)
{
    /// <summary>The answer that says the command was done.</summary>
    public const byte Ok = 0x00;

    internal const byte ProcessInfo2Command = 0x04;
    internal const byte ResumeCommand = 0x01;

    private const byte ProcessCommandSet = 0x04;
    private const byte ServerCommandSet = 0xFF;
    private const int HeaderLength = 20;
    private const int LengthAt = 14;
    private const int CommandSetAt = 16;
    private const int CommandAt = 17;

    private static ReadOnlySpan<byte> Magic => "DOTNET_IPC_V1\0"u8;

    /// <summary>Asks a runtime a question about its process over an open port.</summary>
    /// <exception cref="EndOfStreamException">The target hung up.</exception>
    /// <exception cref="InvalidDataException">The answer makes no sense.</exception>
    internal static async Task<DiagnosticMessage> AskAsync(Stream port, byte command, CancellationToken cancellation)
    {
        await port.WriteAsync(Question(command), cancellation).ConfigureAwait(false);
        var header = new byte[HeaderLength];
        await port.ReadExactlyAsync(header, cancellation).ConfigureAwait(false);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(LengthAt)) - HeaderLength;
        if (!header.AsSpan().StartsWith(Magic) || header[CommandSetAt] != ServerCommandSet || length < 0)
            throw new InvalidDataException("The diagnostic port's answer is not of the diagnostic protocol.");
        var body = new byte[length];
        await port.ReadExactlyAsync(body, cancellation).ConfigureAwait(false);
        return new DiagnosticMessage(header[CommandAt], body);
    }

    private static byte[] Question(byte command)
    {
        var question = new byte[HeaderLength];
        Magic.CopyTo(question);
        BinaryPrimitives.WriteUInt16LittleEndian(question.AsSpan(LengthAt), HeaderLength);
        question[CommandSetAt] = ProcessCommandSet;
        question[CommandAt] = command;
        return question;
    }
}
