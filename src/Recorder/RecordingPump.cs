using System.Collections.Immutable;
using System.Security.Cryptography;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.Recorder.Normalize;
using ReplayKit.Recorder.Order;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder;

/// <summary>Carries events from a target's stream to the file, on a thread of its own.</summary>
/// <remarks>All but the counters belongs to that thread until <see cref="Completion"/> ends.</remarks>
internal sealed class RecordingPump : IDisposable
{
    // How long, in event time, a recorder that is killed may lose of a quiet recording.
    private const long FlushEveryNs = 1_000_000_000;

    private readonly Stream _events;
    private readonly RecordOptions _options;
    private readonly RecordingHeader _header;
    private readonly Normalizer _normalizer;
    private readonly OrderWindow _order;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private EventReader? _reader;
    private RecordingWriter? _writer;
    private long _sequence;
    private long _flushedNs;
    private long _lastNs;
    private long _keptCount;
    private long _requestCount;

    internal RecordingPump(Stream events, RecordOptions options, RecordingHeader header)
    {
        var redactor = new Redactor(options.Redaction, RandomNumberGenerator.GetBytes(32));
        _events = events;
        _options = options;
        _header = header with { Redacted = redactor.Configured };
        _normalizer = new Normalizer(redactor);
        _order = new OrderWindow(Write);
    }

    /// <summary>Ends when the stream does; fails when the file cannot be written.</summary>
    internal Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Ends when an event came that the recording was to stop at.</summary>
    internal Task StopAsked => _stopAsked.Task;

    internal long KeptCount => Volatile.Read(ref _keptCount);

    internal long RequestCount => Volatile.Read(ref _requestCount);

    internal long LostCount => _reader?.EventsLost ?? 0;

    internal long BytesWritten => _writer?.BytesWritten ?? 0;

    internal long LastNs => _lastNs;

    /// <summary>Bare names that occur in the recording.</summary>
    internal IReadOnlySet<string> Names => _names;

    internal ImmutableArray<UnknownEvents> Unknown =>
        _order.LateCount == 0 ? _normalizer.Unknown : _normalizer.Unknown.Add(new UnknownEvents("out of order beyond the window", _order.LateCount));

    /// <summary>Begins. Returns when the file exists, or fails as <see cref="Completion"/> does.</summary>
    internal async Task StartAsync()
    {
        Completion = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var first = await Task.WhenAny(_started.Task, Completion).ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    /// <summary>Writes what waits for its order. Only after <see cref="Completion"/> has failed.</summary>
    internal void DrainOrder() => _order.Drain();

    /// <summary>Completes the file. Only after <see cref="Completion"/>.</summary>
    internal void Close(RecordingFooter footer) => _writer?.Close(footer);

    public void Dispose()
    {
        _reader?.Dispose();
        _writer?.Dispose();
    }

    private void Read()
    {
        _reader = new EventReader(_events, OnEvent);
        _writer = RecordingWriter.Create(_options.OutputPath, _header);
        _started.SetResult();
        _reader.ReadToEnd();
        _order.Drain();
    }

    private void OnEvent(in RawEvent raw)
    {
        if (_normalizer.Normalize(raw, out var recorded) != NormalizeOutcome.Kept) return;
        Volatile.Write(ref _keptCount, _keptCount + 1);
        if (recorded.Kind == RecordedEventKind.RequestStarted) Volatile.Write(ref _requestCount, _requestCount + 1);
        if (recorded is { Kind: RecordedEventKind.OperationBegan, Text: { } name }) _names.Add(name);
        if (_options.StopWhen is { } stopWhen && stopWhen(recorded)) _stopAsked.TrySetResult();
        // The library delivers a thread's events in their order, so that one count serves all threads.
        _order.Add(new SequencedEvent(recorded, _sequence++));
    }

    private void Write(RecordedEvent recorded)
    {
        _writer!.Append(recorded);
        _lastNs = recorded.TimeNs;
        if (recorded.TimeNs - _flushedNs < FlushEveryNs) return;
        _flushedNs = recorded.TimeNs;
        _writer.Flush();
    }
}
