using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Recorder.Tests.Live;

/// <summary>A diagnostic port that tells of a runtime which this machine need not have.</summary>
internal sealed class ScriptedPort : IDisposable
{
    private const byte Ok = 0x00;
    private const byte Error = 0xFF;
    private const int HeaderLength = 20;

    private readonly string _path;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    /// <summary>Listens where the runtime of a process would.</summary>
    /// <param name="processId">The process.</param>
    /// <param name="version">What it calls its version; null for a runtime that does not know the question, empty for an answer that is cut short.</param>
    public ScriptedPort(int processId, string? version)
    {
        _path = Path.Combine(Path.GetTempPath(), $"dotnet-diagnostic-{processId}-1-socket");
        _listener.Bind(new UnixDomainSocketEndPoint(_path));
        _listener.Listen();
        _ = AnswerAsync(processId, version);
    }

    public void Dispose()
    {
        _listener.Dispose();
        File.Delete(_path);
    }

    private async Task AnswerAsync(int processId, string? version)
    {
        using var asked = await _listener.AcceptAsync();
        var question = new byte[HeaderLength];
        await asked.ReceiveAsync(question);
        await asked.SendAsync(Message(version is null ? Error : Ok, Body(processId, version)));
    }

    private static byte[] Body(int processId, string? version)
    {
        using var body = new MemoryStream();
        body.Write(BitConverter.GetBytes((long)processId));
        if (string.IsNullOrEmpty(version)) return body.ToArray();
        body.Write(new byte[16]);
        foreach (var text in (string[])["old service", "Linux", "x64", "Old", version])
        {
            body.Write(BitConverter.GetBytes(text.Length + 1));
            body.Write(Encoding.Unicode.GetBytes(text + '\0'));
        }

        return body.ToArray();
    }

    private static byte[] Message(byte id, byte[] body)
    {
        var message = new byte[HeaderLength + body.Length];
        "DOTNET_IPC_V1\0"u8.CopyTo(message);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(14), (ushort)message.Length);
        message[16] = 0xFF;
        message[17] = id;
        body.CopyTo(message.AsSpan(HeaderLength));
        return message;
    }
}
