using System.IO.Pipes;
using System.Net.Sockets;

namespace ReplayKit.Recorder.Attach;

/// <summary>Finds and opens the diagnostic port that every .NET process offers: a Unix socket, or a named pipe on Windows.</summary>
public static class DiagnosticPort
{
    private const int PipeConnectMs = 1000;

    /// <summary>Address of a process's port; null when it has none that can be seen from here.</summary>
    public static string? Find(int processId)
    {
        if (OperatingSystem.IsWindows()) return $"dotnet-diagnostic-{processId}";
        var pidInside = LinuxProcess.NamespacePid(processId) ?? processId;
        foreach (var folder in SocketFolders(processId))
        {
            var newest = Sockets(folder, pidInside).MaxBy(static file => file.LastWriteTimeUtc);
            if (newest is not null) return newest.FullName;
        }

        // A temporary folder that the process chose for itself, after its start.
        var told = LinuxProcess.ListeningDiagnosticSocket(processId);
        return told is not null && File.Exists($"/proc/{processId}/root{told}") ? $"/proc/{processId}/root{told}" : null;
    }

    /// <summary>Opens a port.</summary>
    /// <exception cref="SocketException">Nobody listens, or this user may not connect.</exception>
    /// <exception cref="TimeoutException">The pipe does not exist or is busy.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not connect.</exception>
    public static async Task<Stream> OpenAsync(string address, CancellationToken cancellation)
    {
        return OperatingSystem.IsWindows()
            ? await OpenPipeAsync(address, cancellation).ConfigureAwait(false)
            : await OpenSocketAsync(address, cancellation).ConfigureAwait(false);
    }

    private static async Task<Stream> OpenPipeAsync(string name, CancellationToken cancellation)
    {
        var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            await pipe.ConnectAsync(PipeConnectMs, cancellation).ConfigureAwait(false);
            return pipe;
        }
        finally
        {
            if (!pipe.IsConnected) await pipe.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<Stream> OpenSocketAsync(string path, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        finally
        {
            if (!socket.Connected) socket.Dispose();
        }
    }

    private static IEnumerable<FileInfo> Sockets(string folder, int processId) =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder).EnumerateFiles($"dotnet-diagnostic-{processId}-*-socket")
            : [];

    // The process may have another TMPDIR than the recorder, or live in a container with a root of its own.
    private static IEnumerable<string> SocketFolders(int processId)
    {
        yield return Path.GetTempPath();
        if (!OperatingSystem.IsLinux()) yield break;
        var root = $"/proc/{processId}/root";
        var configured = LinuxProcess.EnvironmentVariable(processId, "TMPDIR");
        if (!string.IsNullOrEmpty(configured)) yield return root + configured;
        yield return root + "/tmp";
    }
}
