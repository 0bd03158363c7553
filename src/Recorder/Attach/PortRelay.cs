using System.Net.Sockets;

namespace ReplayKit.Recorder.Attach;

/// <summary>
/// A private port to a runtime that came to us: who connects to it talks to that runtime. The client library can then be used as if the runtime
/// listened by itself.
/// </summary>
internal sealed class PortRelay : IAsyncDisposable
{
    private const int BufferBytes = 256 * 1024;

    private readonly ReversedRuntime _runtime;
    private readonly PortListener _listener;
    private readonly DirectoryInfo? _folder;
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _accepting;

    private PortRelay(ReversedRuntime runtime, PortListener listener, (string Address, DirectoryInfo? Folder) place)
    {
        _runtime = runtime;
        _listener = listener;
        (Address, _folder) = place;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    internal string Address { get; }

    /// <summary>Makes one, where nobody but this user can reach it.</summary>
    internal static async Task<PortRelay> StartAsync(ReversedRuntime runtime, CancellationToken cancellation)
    {
        var folder = OperatingSystem.IsWindows() ? null : Directory.CreateTempSubdirectory("replaykit-");
        var address = folder is null ? $"replaykit-{Guid.NewGuid():N}" : Path.Combine(folder.FullName, "relay");
        return new PortRelay(runtime, await PortListener.StartAsync(address, cancellation).ConfigureAwait(false), (address, folder));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        _folder?.Delete(recursive: true);
        _closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        var joined = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptAsync(_closed.Token).ConfigureAwait(false);
                joined.RemoveAll(static task => task.IsCompleted);
                joined.Add(JoinAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
            // closed
        }

        await Task.WhenAll(joined).ConfigureAwait(false);
    }

    private async Task JoinAsync(Stream client)
    {
        await using var _ = client.ConfigureAwait(false);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
        try
        {
            await using var target = await _runtime.OpenAsync(ended.Token).ConfigureAwait(false);
            var both = (Task[])[client.CopyToAsync(target, BufferBytes, ended.Token), target.CopyToAsync(client, BufferBytes, ended.Token)];
            // Neither end says that it is done but by hanging up: then nothing more can come from the other.
            await Task.WhenAny(both).ConfigureAwait(false);
            await ended.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(both).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException or IOException)
        {
            // the target is gone, or we close: the client finds its connection closed
        }
    }
}
