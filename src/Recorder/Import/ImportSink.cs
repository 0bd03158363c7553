using System.Collections.Immutable;
using System.Security.Cryptography;
using ReplayKit.Recorder.Normalize;
using ReplayKit.Recorder.Order;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Import;

/// <summary>Takes the events of a trace to the file as those of a live process go: normalised, redacted, in the total order.</summary>
internal sealed class ImportSink : IDisposable
{
    private readonly Normalizer _normalizer;
    private readonly OrderWindow _order;
    private readonly RecordingWriter _writer;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private long _sequence;
    private long _tooLargeCount;

    internal ImportSink(ImportOptions options, RecordingHeader header)
    {
        var redactor = new Redactor(options.Redaction, RandomNumberGenerator.GetBytes(32));
        _normalizer = new Normalizer(redactor);
        _order = new OrderWindow(Write);
        _writer = RecordingWriter.Create(options.OutputPath, header with { Redacted = redactor.Configured });
    }

    internal long KeptCount => _writer.EventCount;

    internal long RequestCount { get; private set; }

    /// <summary>Requests without a path: asked for by somebody else's specification.</summary>
    internal long NamelessCount { get; private set; }

    /// <summary>Bare names that occur in the recording.</summary>
    internal IReadOnlySet<string> Names => _names;

    internal ImmutableArray<UnknownEvents> Unknown
    {
        get
        {
            var unknown = _normalizer.Unknown;
            if (_order.LateCount > 0) unknown = unknown.Add(new UnknownEvents("out of order beyond the window", _order.LateCount));
            return _tooLargeCount == 0 ? unknown : unknown.Add(new UnknownEvents("too large for a recording", _tooLargeCount));
        }
    }

    /// <summary>Takes an event. Those of other providers are passed over: the survey has counted them by name.</summary>
    internal void Add(in RawEvent raw)
    {
        if (raw.Provider == RawProvider.Other || _normalizer.Normalize(raw, out var recorded) != NormalizeOutcome.Kept) return;
        if (recorded.Kind == RecordedEventKind.RequestStarted)
        {
            RequestCount++;
            if (string.IsNullOrEmpty(recorded.Text)) NamelessCount++;
        }

        if (recorded is { Kind: RecordedEventKind.OperationBegan, Text: { } name }) _names.Add(name);
        _order.Add(new SequencedEvent(recorded, _sequence++));
    }

    /// <summary>Writes what waits for its order.</summary>
    internal void Drain() => _order.Drain();

    /// <summary>Completes the file.</summary>
    internal void Close(RecordingFooter footer) => _writer.Close(footer);

    public void Dispose() => _writer.Dispose();

    private void Write(RecordedEvent recorded)
    {
        try
        {
            _writer.Append(recorded);
        }
        catch (ArgumentException)
        {
            _tooLargeCount++; // the writer's bound against hostile input; no runtime writes such an event, and the others can follow
        }
    }
}
