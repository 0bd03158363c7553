using System.Threading.Channels;

namespace ReplayKit.Recorder.Attach;

/// <summary>A runtime that came to a port of ours. It keeps one connection open for the next command, and makes another when that was used.</summary>
internal sealed class ReversedRuntime : IDisposable
{
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(10);

    private readonly Channel<Stream> _idle = Channel.CreateBounded<Stream>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest }, static replaced => replaced.Dispose());

    /// <summary>Adds a connection that the runtime made; one that was not used yet is dead by then.</summary>
    internal void Add(Stream connection)
    {
        if (!_idle.Writer.TryWrite(connection)) connection.Dispose();
    }

    /// <summary>A connection for one command.</summary>
    /// <exception cref="TimeoutException">The runtime makes none.</exception>
    internal async Task<Stream> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return await _idle.Reader.ReadAsync(cancellation).AsTask().WaitAsync(s_answerTimeout, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            throw new TimeoutException("The port was closed.", e);
        }
    }

    /// <summary>Asks it about itself.</summary>
    /// <exception cref="AttachException">It hung up, makes no sense, or is too old.</exception>
    internal Task<DotnetProcess> AskAsync(CancellationToken cancellation) => CommandAsync("A process", async (connection, limit) =>
    {
        var peer = PeerProcess.IdOf(connection);
        var told = await ProcessInfoClient.AskAsync(connection, limit).ConfigureAwait(false);
        return RuntimeFacts.Of(told, peer);
    }, cancellation);

    /// <summary>Lets it go on.</summary>
    /// <exception cref="AttachException">It hung up.</exception>
    internal Task ResumeAsync(string name, CancellationToken cancellation) => CommandAsync(
        name, static (connection, limit) => DiagnosticMessage.AskAsync(connection, DiagnosticMessage.ResumeCommand, limit), cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _idle.Writer.TryComplete();
        while (_idle.Reader.TryRead(out var connection)) connection.Dispose();
    }

    private async Task<T> CommandAsync<T>(string name, Func<Stream, CancellationToken, Task<T>> command, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_answerTimeout);
        try
        {
            await using var connection = await OpenAsync(limit.Token).ConfigureAwait(false);
            return await command(connection, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or TimeoutException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw PortFailures.HungUp(name, e);
        }
    }
}
