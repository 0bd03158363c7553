using Microsoft.Diagnostics.Tracing;
using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>Reads a stream of events as the runtime writes it. The only place that sees a <see cref="TraceEvent"/>.</summary>
public sealed class EventReader : IDisposable
{
    private static readonly Guid s_tasks = new("2e5dba47-a3d2-4d16-8ee0-6671ffdcd7b5");
    private static readonly Guid s_runtime = new("e13c0d23-ccbc-4e12-931b-d9cc2eee27e4");
    private static readonly Guid s_bridge = new("adb401e1-5296-51f8-c125-5fda75826144");
    private static readonly Guid s_eventPipe = new("92f528a6-f5b8-5160-a7ee-b33da7739e29");

    private const double NsPerMs = 1_000_000;

    private readonly EventPipeEventSource _source;
    private readonly RawEventHandler _handler;

    /// <summary>Reads the stream's header.</summary>
    /// <param name="stream">Events in the format of EventPipe.</param>
    /// <param name="handler">Gets each event.</param>
    /// <exception cref="FormatException">The stream does not begin as one of EventPipe.</exception>
    public EventReader(Stream stream, RawEventHandler handler)
    {
        _handler = handler;
        _source = new EventPipeEventSource(stream);
        _source.AllEvents += OnEvent;
    }

    /// <summary>Wall-clock time of time 0, in UTC; known from the first event on.</summary>
    public DateTimeOffset StartUtc => new(_source.SessionStartTime.ToUniversalTime());

    /// <summary>Events that the runtime had to drop, as far as read.</summary>
    public long EventsLost => _source.EventsLost;

    /// <summary>Reads to the end of the stream. Blocks.</summary>
    public void ReadToEnd() => _source.Process();

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private unsafe void OnEvent(TraceEvent traced)
    {
        if (traced.ProviderGuid == s_eventPipe) return;
        var payload = new ReadOnlySpan<byte>((void*)traced.DataStart, traced.EventDataLength);
        var raw = new RawEvent(ProviderOf(traced.ProviderGuid), (int)traced.ID, payload)
        {
            TimeNs = (long)Math.Round(traced.TimeStampRelativeMSec * NsPerMs),
            ThreadId = traced.ThreadID,
        };
        _handler(raw);
    }

    private static RawProvider ProviderOf(Guid provider)
    {
        if (provider == s_tasks) return RawProvider.Tasks;
        if (provider == s_runtime) return RawProvider.Runtime;
        return provider == s_bridge ? RawProvider.DiagnosticSource : RawProvider.Other;
    }
}
