using ReplayKit.Recorder.NetTrace;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>Carries the events of one session into the pipeline, on a thread of its own.</summary>
internal sealed class SessionPump
{
    private readonly NetTraceReader _reader;
    private readonly Action<NetTraceReader> _onStart;
    private readonly EventPipeline _pipeline;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes one.</summary>
    /// <param name="events">The session's stream.</param>
    /// <param name="pipeline">What the events go into.</param>
    /// <param name="onStart">Called on the reading thread when the stream has told its start, before its first event.</param>
    internal SessionPump(Stream events, EventPipeline pipeline, Action<NetTraceReader> onStart)
    {
        _reader = new NetTraceReader(events, pipeline);
        _pipeline = pipeline;
        _onStart = onStart;
    }

    /// <summary>
    /// Ends when the stream does and all its events are in the store. Fails with <see cref="EndOfStreamException"/> or <see cref="IOException"/>
    /// when the stream breaks off, with <see cref="FormatException"/> when it makes no sense, and as the store does.
    /// </summary>
    internal Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Begins. Returns when the stream has told its start, or fails as <see cref="Completion"/> does.</summary>
    internal async Task StartAsync()
    {
        Completion = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var first = await Task.WhenAny(_started.Task, Completion).ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    private void Read()
    {
        _reader.ReadStart();
        _onStart(_reader);
        _started.SetResult();
        _reader.ReadToEnd();
        _pipeline.Drain();
    }
}
