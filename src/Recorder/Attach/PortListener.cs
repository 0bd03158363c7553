using System.IO.Pipes;
using System.Net.Sockets;

namespace ReplayKit.Recorder.Attach;

/// <summary>Accepts connections on a Unix socket, or a named pipe on Windows.</summary>
internal sealed class PortListener : IDisposable
{
    private const int PipeBufferBytes = 64 * 1024;

    private readonly string _path;
    private readonly Socket? _socket;

    private PortListener(string path, Socket? socket)
    {
        _path = path;
        _socket = socket;
    }

    /// <summary>Begins to listen.</summary>
    /// <exception cref="AttachException">The path cannot be listened on, or somebody does already.</exception>
    internal static async Task<PortListener> StartAsync(string path, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows()) return new PortListener(path, null);
        await ClearAsync(path, cancellation).ConfigureAwait(false);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));
            socket.Listen();
            return new PortListener(path, socket);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            socket.Dispose();
            throw PortFailures.CannotListen(path, e);
        }
    }

    /// <summary>The next connection.</summary>
    internal async Task<Stream> AcceptAsync(CancellationToken cancellation)
    {
        if (_socket is not null) return new NetworkStream(await _socket.AcceptAsync(cancellation).ConfigureAwait(false), ownsSocket: true);
        var pipe = new NamedPipeServerStream(
            _path, PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte, PipeOptions.Asynchronous, PipeBufferBytes, PipeBufferBytes);
        try
        {
            await pipe.WaitForConnectionAsync(cancellation).ConfigureAwait(false);
            return pipe;
        }
        finally
        {
            if (!pipe.IsConnected) await pipe.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_socket is null) return;
        _socket.Dispose();
        File.Delete(_path);
    }

    // What a recorder left that was killed is in the way of the next; a socket that somebody listens on is not ours to take.
    private static async Task ClearAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path)) return;
        if (IsOrdinaryFile(path)) throw PortFailures.NotASocket(path);
        try
        {
            await using var answered = await DiagnosticPort.OpenAsync(path, cancellation).ConfigureAwait(false);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(path);
            return;
        }
        catch (SocketException e)
        {
            throw PortFailures.CannotListen(path, e);
        }

        throw PortFailures.SomebodyListens(path);
    }

    // The system refuses to open a socket as a file, and gives the same answer to who connects to a file as to who connects to a forgotten socket.
    private static bool IsOrdinaryFile(string path)
    {
        try
        {
            using var opened = File.OpenHandle(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
