using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>The requests of a recording, by the host's name for them.</summary>
internal sealed class RequestBook
{
    private readonly List<RequestState> _all = [];
    private readonly HashSet<int> _numbers = [];
    private readonly Dictionary<string, RequestState> _running = new(StringComparer.Ordinal);

    internal RequestState Start(in RecordedEvent e)
    {
        var request = new RequestState(e, NumberFor(e));
        _all.Add(request);
        _running[request.TraceIdentifier] = request;
        return request;
    }

    /// <summary>Ends the request that the event names, or <paramref name="arriving"/> when it names none.</summary>
    internal RequestState? Stop(in RecordedEvent e, RequestState? arriving)
    {
        var name = e.Field(FieldNames.TraceIdentifier) ?? "";
        if (!_running.Remove(name, out var request) && name.Length == 0) request = arriving;
        request?.Stop(e);
        return request;
    }

    internal ImmutableArray<RecordedRequest> Finish() => [.. _all.Select(static request => request.Finish())];

    // A request that was cut from a longer recording keeps its number there; a number is never given twice.
    private int NumberFor(in RecordedEvent e)
    {
        var number = e.Number is > 0 and <= int.MaxValue ? (int)e.Number : _all.Count + 1;
        while (!_numbers.Add(number)) number = number == int.MaxValue ? 1 : number + 1;
        return number;
    }
}
