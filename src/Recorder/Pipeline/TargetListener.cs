using ReplayKit.Recorder.Attach;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>Listens to a target, to more or less of it: one session after the other, all into one pipeline.</summary>
/// <remarks>
/// A session's set of events cannot be changed, and the bridge that tells of requests has one filter per process. So a switch ends one session before
/// the next begins, and what happens between the two is missing from the recording, which says so.
/// </remarks>
internal sealed class TargetListener(DotnetProcess process, int bufferMiB, EventPipeline pipeline) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TargetLink? _link;
    private long? _clockStartNs;
    private bool _isWhole = true;
    private bool _isClosed;

    /// <summary>Ends when the target has ended, or fails when what it told could not be kept.</summary>
    internal Task Gone => _gone.Task;

    /// <summary>Begins to listen by a session that was opened before.</summary>
    /// <exception cref="AttachException">The target broke it off at once.</exception>
    internal async Task StartAsync(TargetSession session, RecordingTier tier, string reason)
    {
        var link = new TargetLink(session, pipeline, reader =>
        {
            _clockStartNs ??= reader.StartClockNs;
            pipeline.BeginSession(reader.StartClockNs - _clockStartNs.Value, tier, reason);
        });
        try
        {
            await link.StartAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            await link.StopAsync().ConfigureAwait(false);
            link.Dispose();
            throw AttachFailures.NotResponding(process.ProcessId, process.Name, e);
        }

        _link = link;
        _ = WatchAsync(link);
    }

    /// <summary>Listens to another tier from now on, or to nothing. Without effect when it does already, or after <see cref="StopAsync"/>.</summary>
    internal async Task SwitchAsync(RecordingTier tier, string reason)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_isClosed || _gone.Task.IsCompleted || pipeline.Tier == tier) return;
            await CloseLinkAsync().ConfigureAwait(false);
            if (_gone.Task.IsCompleted) return;
            if (tier == RecordingTier.Off) pipeline.EndSession(reason);
            else await StartAsync(await TargetSession.StartAsync(process, new SessionRequest(tier, bufferMiB), CancellationToken.None).ConfigureAwait(false), tier, reason).ConfigureAwait(false);
        }
        catch (AttachException)
        {
            _gone.TrySetResult(); // it answered before, and does no more
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends listening for good.</summary>
    /// <returns>Whether all that the target had written came.</returns>
    /// <exception cref="RecordingWriteException">What it told could not be kept.</exception>
    internal async Task<bool> StopAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            _isClosed = true;
            await CloseLinkAsync().ConfigureAwait(false);
            return _isWhole;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _link?.Dispose();
        _turn.Dispose();
    }

    private async Task CloseLinkAsync()
    {
        if (_link is not { } link) return;
        _link = null;
        using (link) _isWhole &= await link.StopAsync().ConfigureAwait(false);
    }

    private async Task WatchAsync(TargetLink link)
    {
        await link.Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // whoever stops the link gets the failure
        if (link.Completion.Exception?.InnerException is RecordingWriteException failure) _gone.TrySetException(failure);
        else if (!link.IsStopped) _gone.TrySetResult();
    }
}
