using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using ReplayKit.Recorder.Attach;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>Counts a target's requests by the host's own counter, a few events a second: also while nothing else is listened to.</summary>
public sealed class RequestCounter : IDisposable
{
    private const string Source = "Microsoft.AspNetCore.Hosting";
    private const string Counter = "total-requests";
    private const string EverySeconds = "0.25";
    private const int BufferMiB = 1;

    private readonly EventPipeSession _session;
    private readonly EventPipeEventSource _events;
    private double _total;

    private RequestCounter(EventPipeSession session)
    {
        _session = session;
        _events = new EventPipeEventSource(session.EventStream);
        _events.Dynamic.All += OnEvent;
        Completion = Task.Factory.StartNew(() => _events.Process(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Ends when the session does, or the target.</summary>
    public Task Completion { get; }

    /// <summary>Requests since the host's counter was switched on; 0 for a process that serves none.</summary>
    public double Total => Volatile.Read(ref _total);

    /// <summary>Begins to count.</summary>
    /// <param name="process">The target.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AttachException">The target refuses or does not answer.</exception>
    public static async Task<RequestCounter> StartAsync(DotnetProcess process, CancellationToken cancellation)
    {
        // Critical: the counters are written at every level, the events about each request are not.
        var provider = new EventPipeProvider(Source, EventLevel.Critical, 0, new Dictionary<string, string> { ["EventCounterIntervalSec"] = EverySeconds });
        var session = await TargetSession.OpenAsync(process, [provider], BufferMiB, cancellation).ConfigureAwait(false);
        return new RequestCounter(session);
    }

    /// <summary>Ends counting.</summary>
    public async Task StopAsync()
    {
        await TargetSession.StopAsync(_session).ConfigureAwait(false);
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // a target that was killed breaks the stream off: there is nothing left to count
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _events.Dispose();
        _session.Dispose();
    }

    private void OnEvent(TraceEvent traced)
    {
        if (traced.EventName != "EventCounters" || traced.PayloadValue(0) is not IDictionary<string, object> outer) return;
        if (!outer.TryGetValue("Payload", out var inner) || inner is not IDictionary<string, object> counter) return;
        if (counter.TryGetValue("Name", out var name) && name is Counter && counter.TryGetValue("Mean", out var mean) && mean is double total) Volatile.Write(ref _total, total);
    }
}
