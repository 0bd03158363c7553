using FastSerialization;
using Microsoft.Diagnostics.Tracing;
using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>Reads a trace of any version that TraceEvent knows. For version 4, which runtimes write, there is <see cref="NetTrace.NetTraceReader"/>, which tells more.</summary>
public sealed class EventReader : IDisposable
{
    private const double NsPerMs = 1_000_000;

    private readonly EventPipeEventSource _source;
    private readonly RawEventHandler _handler;
    private Exception? _handlerFailure;

    /// <summary>Prepares to read a stream.</summary>
    /// <param name="stream">Events in the format of EventPipe.</param>
    /// <param name="handler">Gets each event.</param>
    public EventReader(Stream stream, RawEventHandler handler)
    {
        _handler = handler;
        _source = new EventPipeEventSource(stream);
        _source.AllEvents += OnEvent;
    }

    /// <summary>Events that the runtime had to drop, as far as read.</summary>
    public long EventsLost => _source.EventsLost;

    /// <summary>Reads to the end of the stream. Blocks.</summary>
    /// <exception cref="FormatException">The stream is none of EventPipe, ends before its end is written, or is damaged. What stands before was handed out.</exception>
    /// <exception cref="IOException">The stream cannot be read further.</exception>
    public void ReadToEnd() => Process(_source, e => e != _handlerFailure);

    /// <summary>Reads a source to its end, with one kind of failure for every way in which bytes can be wrong.</summary>
    /// <param name="source">The source.</param>
    /// <param name="isOfSource">Whether a failure came from the source itself, and not from one who got its events.</param>
    /// <exception cref="FormatException">As <see cref="ReadToEnd"/>.</exception>
    internal static void Process(EventPipeEventSource source, Predicate<Exception> isOfSource)
    {
        try
        {
            source.Process();
        }
        catch (Exception e) when (IsOfBytes(e) && isOfSource(e))
        {
            throw new FormatException("The events end before their end is written, or are damaged.", e);
        }
    }

    /// <summary>When an event happened, in nanoseconds since the session began.</summary>
    internal static long TimeNs(TraceEvent traced) => (long)Math.Round(traced.TimeStampRelativeMSec * NsPerMs);

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    // What the library throws over bytes that are not as they should be. It checks no more than it must: a wrong length shows as an
    // index, a cast or a missing entry somewhere behind it.
    private static bool IsOfBytes(Exception e) =>
        e is SerializationException or EndOfStreamException or IndexOutOfRangeException or ArgumentException or OverflowException
            or NullReferenceException or InvalidCastException or KeyNotFoundException or InvalidOperationException or OutOfMemoryException
            or InvalidDataException or NotSupportedException or UnsupportedFormatVersionException;

    private bool RememberAsHandlers(Exception failure)
    {
        _handlerFailure = failure;
        return false;
    }

    private unsafe void OnEvent(TraceEvent traced)
    {
        var payload = new ReadOnlySpan<byte>((void*)traced.DataStart, traced.EventDataLength);
        var provider = ProviderIds.Of(traced);
        var raw = new RawEvent(provider, provider == RawProvider.Npgsql ? NpgsqlEvents.NumberOf(traced.EventName) : (int)traced.ID, payload)
        {
            TimeNs = TimeNs(traced),
            ThreadId = traced.ThreadID,
        };
        try
        {
            _handler(raw);
        }
        catch (Exception e) when (RememberAsHandlers(e))
        {
            throw; // never reached: the filter only remembers whose failure it is
        }
    }
}
