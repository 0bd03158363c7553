using ReplayKit.Recorder.EventPipe;
using ReplayKit.Recorder.NetTrace;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>A session of the target, and what reads it.</summary>
internal sealed class TargetLink : IDisposable
{
    private static readonly TimeSpan s_drainTimeout = TimeSpan.FromSeconds(10);

    private readonly TargetSession _session;
    private readonly EventPipeline _pipeline;
    private readonly SessionPump _pump;

    /// <summary>Makes one.</summary>
    /// <param name="session">The session; the link ends it.</param>
    /// <param name="pipeline">What the events go into.</param>
    /// <param name="onStart">Called when the stream has told its start, before its first event.</param>
    internal TargetLink(TargetSession session, EventPipeline pipeline, Action<NetTraceReader> onStart)
    {
        _session = session;
        _pipeline = pipeline;
        _pump = new SessionPump(session.Events, pipeline, onStart);
    }

    /// <summary>Ends when the session does: by <see cref="StopAsync"/>, by the target, or because something goes wrong.</summary>
    internal Task Completion => _pump.Completion;

    /// <summary>Whether <see cref="StopAsync"/> was what ended it.</summary>
    internal bool IsStopped { get; private set; }

    /// <summary>Begins to read.</summary>
    internal Task StartAsync() => _pump.StartAsync();

    /// <summary>Ends the session, unless the target did.</summary>
    /// <returns>Whether all that the target had written came.</returns>
    /// <remarks>
    /// A target that was killed or is frozen never ends its stream in the way the format asks for. What came is the recording, and what the
    /// runtime still held is missing from it.
    /// </remarks>
    internal async Task<bool> StopAsync()
    {
        IsStopped = !_pump.Completion.IsCompleted;
        if (IsStopped) await _session.StopAsync().ConfigureAwait(false);
        if (await Task.WhenAny(_pump.Completion, Task.Delay(s_drainTimeout)).ConfigureAwait(false) != _pump.Completion) _session.Dispose();
        try
        {
            await _pump.Completion.ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is IOException or FormatException or ObjectDisposedException)
        {
            _pipeline.Drain();
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
