using System.Net.Sockets;

namespace ReplayKit.Recorder.Attach;

/// <summary>Finds a process behind a port that somebody listens on.</summary>
public static class PortTarget
{
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Connects to a port.</summary>
    /// <param name="path">Path of the socket; on Windows the name of the pipe.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The process behind it, which is resumed when it is recorded, should it wait for that.</returns>
    /// <exception cref="AttachException">Nobody listens, or who does cannot be recorded.</exception>
    public static async Task<DotnetProcess> ConnectAsync(string path, CancellationToken cancellation)
    {
        var process = await AskAsync(
            path, async (port, limit) => RuntimeFacts.Of(await ProcessInfoClient.AskAsync(port, limit).ConfigureAwait(false), PeerProcess.IdOf(port)), cancellation).ConfigureAwait(false);
        return process with { Address = path, ResumeAsync = token => AskAsync(path, Resume, token) };
    }

    private static Task<DiagnosticMessage> Resume(Stream port, CancellationToken cancellation) =>
        DiagnosticMessage.AskAsync(port, DiagnosticMessage.ResumeCommand, cancellation);

    private static async Task<T> AskAsync<T>(string path, Func<Stream, CancellationToken, Task<T>> command, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_answerTimeout);
        try
        {
            await using var port = await DiagnosticPort.OpenAsync(path, limit.Token).ConfigureAwait(false);
            return await command(port, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or SocketException { SocketErrorCode: SocketError.AccessDenied })
        {
            throw PortFailures.NotAllowed(path, e);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw PortFailures.NobodyListens(path, e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or TimeoutException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw PortFailures.NoAnswer(path, e);
        }
    }
}
