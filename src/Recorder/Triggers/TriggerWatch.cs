using System.Collections.Immutable;
using System.Globalization;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Triggers;

/// <summary>Tells at which events triggers fire. Reads no clock: time is that of the events.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
public sealed class TriggerWatch
{
    // The runtime's flag for an exception that is thrown again.
    private const long ThrownAgain = 4;

    private readonly ImmutableArray<Trigger.Exception> _exceptions;
    private readonly ImmutableArray<int> _statuses;
    private readonly long? _limitNs;
    private readonly OpenRequests _open = new();

    /// <summary>Makes one.</summary>
    /// <param name="triggers">What to watch for.</param>
    public TriggerWatch(ImmutableArray<Trigger> triggers)
    {
        _exceptions = [.. triggers.OfType<Trigger.Exception>()];
        _statuses = [.. triggers.OfType<Trigger.Status>().Select(static trigger => trigger.Code)];
        var limits = triggers.OfType<Trigger.Latency>().Select(static trigger => (long)trigger.Limit.TotalNanoseconds).ToArray();
        _limitNs = limits.Length == 0 ? null : limits.Min();
    }

    /// <summary>Takes the next event.</summary>
    /// <returns>What fired, in words; null when nothing did.</returns>
    public string? Take(in RecordedEvent e)
    {
        var fired = e.Kind switch
        {
            RecordedEventKind.RequestStarted => Start(e),
            RecordedEventKind.RequestStopped => Stop(e),
            RecordedEventKind.ExceptionThrown => Throw(e),
            _ => null,
        };
        return fired ?? Late(e.TimeNs);
    }

    /// <summary>Time passed without events.</summary>
    /// <param name="timeNs">Time of the recording.</param>
    /// <returns>What fired, in words; null when nothing did.</returns>
    public string? PassTime(long timeNs) => Late(timeNs);

    private string? Start(in RecordedEvent e)
    {
        if (_limitNs is not null || _statuses.Length > 0) _open.Start(e);
        return null;
    }

    private string? Stop(in RecordedEvent e)
    {
        var late = Late(e.TimeNs); // before it is taken out: it may be this one
        var path = _open.Stop(e);
        if (!_statuses.Contains((int)Math.Clamp(e.Number, 0, int.MaxValue))) return late;
        return string.Create(CultureInfo.InvariantCulture, $"status {e.Number}{(path.Length == 0 ? "" : " of ")}{path}");
    }

    private string? Throw(in RecordedEvent e)
    {
        if (_exceptions.IsEmpty || (e.Number & ThrownAgain) != 0) return null;
        var type = e.Text ?? "";
        return _exceptions.Any(trigger => trigger.Type is null || trigger.Type.Matches(type)) ? $"exception {type}" : null;
    }

    private string? Late(long timeNs)
    {
        if (_limitNs is not { } limit || _open.TakeOlderThan(timeNs - limit) is not { } path) return null;
        return string.Create(CultureInfo.InvariantCulture, $"{path} took more than {TimeSpan.FromTicks(limit / TimeSpan.NanosecondsPerTick).TotalSeconds:0.###} s");
    }
}
