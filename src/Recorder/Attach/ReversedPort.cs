using System.Net.Sockets;
using System.Threading.Channels;

namespace ReplayKit.Recorder.Attach;

/// <summary>
/// A port of ours that runtimes come to, because they were started with <c>DOTNET_DiagnosticPorts</c>. One of them is recorded. The others, such as
/// programs that it starts, are let go on as they come: they would wait for ever otherwise.
/// </summary>
public sealed class ReversedPort : IAsyncDisposable
{
    private static readonly TimeSpan s_greetingTimeout = TimeSpan.FromSeconds(5);

    private readonly PortListener _listener;
    private readonly CancellationTokenSource _closed = new();
    private readonly Dictionary<Guid, ReversedRuntime> _known = [];
    private readonly Channel<ReversedRuntime> _arrivals = Channel.CreateUnbounded<ReversedRuntime>();
    private readonly Task _accepting;
    private Task _waving = Task.CompletedTask;
    private PortRelay? _relay;

    private ReversedPort(PortListener listener)
    {
        _listener = listener;
        _accepting = AcceptAsync();
    }

    /// <summary>Where the client library reaches the process that was accepted, also when the port that it offers by itself cannot be seen; null before.</summary>
    public string? RelayAddress => _relay?.Address;

    /// <summary>Begins to listen.</summary>
    /// <param name="path">Path of the socket; on Windows the name of the pipe.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AttachException">The path cannot be listened on, or somebody does already.</exception>
    public static async Task<ReversedPort> ListenAsync(string path, CancellationToken cancellation) =>
        new(await PortListener.StartAsync(path, cancellation).ConfigureAwait(false));

    /// <summary>The first process to come that is wanted. To be called once.</summary>
    /// <param name="isWanted">Whether a process is. It waits to be resumed while this is asked.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AttachException">It cannot be recorded.</exception>
    public async Task<DotnetProcess> AcceptAsync(Func<DotnetProcess, bool> isWanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(isWanted);
        while (true)
        {
            var runtime = await _arrivals.Reader.ReadAsync(cancellation).ConfigureAwait(false);
            var process = await runtime.AskAsync(cancellation).ConfigureAwait(false);
            if (!isWanted(process))
            {
                await runtime.ResumeAsync(process.Name, cancellation).ConfigureAwait(false);
                continue;
            }

            _waving = WaveThroughAsync();
            _relay = await PortRelay.StartAsync(runtime, cancellation).ConfigureAwait(false);
            return process with { Address = DirectAddress(process) ?? _relay.Address, ResumeAsync = token => runtime.ResumeAsync(process.Name, token) };
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        await _waving.ConfigureAwait(false);
        if (_relay is not null) await _relay.DisposeAsync().ConfigureAwait(false);
        foreach (var runtime in _known.Values) runtime.Dispose();
        _closed.Dispose();
    }

    // The port that the runtime offers by itself spares the events the way through the relay.
    private static string? DirectAddress(DotnetProcess process) =>
        process.IsVisible && !OperatingSystem.IsWindows() ? DiagnosticPort.Find(process.ProcessId) : null;

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptAsync(_closed.Token).ConfigureAwait(false);
                await GreetAsync(connection).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
            _arrivals.Writer.TryComplete(_closed.IsCancellationRequested ? null : e); // closed, or the socket is lost: nobody comes any more
        }
    }

    private async Task GreetAsync(Stream connection)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
        limit.CancelAfter(s_greetingTimeout);
        try
        {
            var cookie = await RuntimeGreeting.ReadAsync(connection, limit.Token).ConfigureAwait(false);
            if (!_known.TryGetValue(cookie, out var runtime))
            {
                _known[cookie] = runtime = new ReversedRuntime();
                runtime.Add(connection);
                await _arrivals.Writer.WriteAsync(runtime, limit.Token).ConfigureAwait(false);
                return;
            }

            runtime.Add(connection);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or OperationCanceledException)
        {
            await connection.DisposeAsync().ConfigureAwait(false); // no runtime, or one that died: the port stays open for others
        }
    }

    private async Task WaveThroughAsync()
    {
        try
        {
            await foreach (var runtime in _arrivals.Reader.ReadAllAsync(_closed.Token).ConfigureAwait(false))
            {
                await LetGoAsync(runtime).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            // closed: nobody comes any more
        }
    }

    private async Task LetGoAsync(ReversedRuntime runtime)
    {
        try
        {
            await runtime.ResumeAsync("A process", _closed.Token).ConfigureAwait(false);
        }
        catch (AttachException)
        {
            // it ended before it could go on
        }
    }
}
