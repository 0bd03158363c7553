using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>The outgoing HTTP requests of a recording.</summary>
internal sealed class OutgoingBook
{
    private readonly List<OutgoingCall> _calls = [];
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    internal void Start(in RecordedEvent e, RequestState? request)
    {
        _open[KeyOf(e)] = _calls.Count;
        _calls.Add(new OutgoingCall(request?.Number, e.Field(FieldNames.Method) ?? "", e.Text ?? "", e.TimeNs, null, null));
    }

    /// <returns>Number of the request on whose behalf it was sent; null when unknown.</returns>
    internal int? Stop(in RecordedEvent e)
    {
        if (!_open.Remove(KeyOf(e), out var index)) return null; // it was sent before the recording began
        var status = e.Number is > 0 and <= int.MaxValue ? (int)e.Number : 0;
        _calls[index] = _calls[index] with { StopNs = e.TimeNs, Status = status };
        return _calls[index].Request;
    }

    internal ImmutableArray<OutgoingCall> Finish() => [.. _calls];

    // The span names a call. A recording without spans pairs by address, which is right unless calls to one address overlap.
    private static string KeyOf(in RecordedEvent e) => e.Field(FieldNames.Span) is { Length: > 0 } span ? span : e.Text ?? "";
}
