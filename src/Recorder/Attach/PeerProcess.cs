using System.Buffers.Binary;
using System.Net.Sockets;

namespace ReplayKit.Recorder.Attach;

/// <summary>Who is at the other end of a local connection, as the system tells it and not as the other end does.</summary>
internal static class PeerProcess
{
    // Linux: SOL_SOCKET, SO_PEERCRED, and a structure of pid, user and group.
    private const int SocketLevel = 1;
    private const int PeerCredentials = 17;
    private const int CredentialsLength = 12;

    /// <summary>
    /// Pid, as seen from here, of the process that owns the other end; 0 when it cannot be seen from here, as in a container beside this one; null
    /// when the system does not tell.
    /// </summary>
    internal static int? IdOf(Stream connection)
    {
        if (!OperatingSystem.IsLinux() || connection is not NetworkStream stream) return null;
        Span<byte> credentials = stackalloc byte[CredentialsLength];
        return stream.Socket.GetRawSocketOption(SocketLevel, PeerCredentials, credentials) == CredentialsLength
            ? BinaryPrimitives.ReadInt32LittleEndian(credentials)
            : null;
    }
}
