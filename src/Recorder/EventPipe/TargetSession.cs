using System.Net.Sockets;
using Microsoft.Diagnostics.NETCore.Client;
using ReplayKit.Recorder.Attach;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>A session that a target's runtime writes its events into.</summary>
/// <remarks>
/// Without stacks, which would cost the target more than the events themselves, and without rundown, which would hold it up at the end.
/// </remarks>
public sealed class TargetSession : IDisposable
{
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(5);

    private readonly EventPipeSession _session;

    private TargetSession(EventPipeSession session) => _session = session;

    /// <summary>The events, in the format of EventPipe. Ends when the session does, or the target.</summary>
    public Stream Events => _session.EventStream;

    /// <summary>Begins a session. When this returns, events flow.</summary>
    /// <param name="process">The target.</param>
    /// <param name="request">What to ask it for.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AttachException">The target refuses or does not answer.</exception>
    public static async Task<TargetSession> StartAsync(DotnetProcess process, SessionRequest request, CancellationToken cancellation)
    {
        var canFilter = DotnetProcesses.MajorOf(process.RuntimeVersion) >= Providers.FilterMajorMin;
        var session = new TargetSession(await OpenAsync(process, Providers.For(request.Tier, canFilter), request.BufferMiB, cancellation).ConfigureAwait(false));
        // A runtime that waits before its first instruction sends nothing, not even the stream's start, until it may go on.
        if (process.ResumeAsync is { } resumeAsync) await resumeAsync(cancellation).ConfigureAwait(false);
        return session;
    }

    /// <summary>Asks the target to end the session: it writes what it still holds, then ends the stream.</summary>
    /// <returns>False when the target is gone or does not answer; the stream then holds what it could still send.</returns>
    public Task<bool> StopAsync() => StopAsync(_session);

    /// <summary>Begins a session with some providers.</summary>
    /// <inheritdoc cref="StartAsync"/>
    internal static async Task<EventPipeSession> OpenAsync(
        DotnetProcess process, IEnumerable<EventPipeProvider> providers, int bufferMiB, CancellationToken cancellation)
    {
        var configuration = new EventPipeSessionConfiguration(providers, bufferMiB, requestRundown: false, requestStackwalk: false);
        try
        {
            await using var client = await TargetClient.ConnectAsync(process, cancellation).ConfigureAwait(false);
            return await client.Diagnostics.StartEventPipeSessionAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is UnsupportedCommandException or UnsupportedProtocolException or BadEncodingException)
        {
            throw AttachFailures.TooOld(process.ProcessId, process.Name, process.RuntimeVersion);
        }
        catch (Exception e) when (IsOfConnection(e) || e is ServerErrorException)
        {
            throw AttachFailures.NotResponding(process.ProcessId, process.Name, e);
        }
    }

    /// <summary>Ends a session.</summary>
    /// <returns>False when the target is gone or does not answer.</returns>
    internal static async Task<bool> StopAsync(EventPipeSession session)
    {
        using var timeout = new CancellationTokenSource(s_stopTimeout);
        try
        {
            await session.StopAsync(timeout.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (IsOfConnection(e) || e is ServerErrorException or OperationCanceledException)
        {
            return false; // exited or frozen; nothing is left to be stopped
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static bool IsOfConnection(Exception e) => e is ServerNotAvailableException or SocketException or IOException or TimeoutException;
}
