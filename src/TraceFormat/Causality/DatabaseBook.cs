using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>The database commands of a recording.</summary>
internal sealed class DatabaseBook
{
    private readonly List<DatabaseCommand> _commands = [];
    private readonly Dictionary<(string? Source, long Id, int? Request), int> _open = [];

    internal void Start(in RecordedEvent e, RequestState? request)
    {
        _open[KeyOf(e, request)] = _commands.Count;
        _commands.Add(new DatabaseCommand(request?.Number, e.Field(FieldNames.Source) ?? "", e.Text ?? "", e.TimeNs, null, false));
    }

    /// <returns>Number of the request on whose behalf it was sent; null when unknown.</returns>
    internal int? Stop(in RecordedEvent e, RequestState? request)
    {
        if (!_open.Remove(KeyOf(e, request), out var index)) return null; // it was sent before the recording began
        _commands[index] = _commands[index] with { StopNs = e.TimeNs, HasFailed = e.Text is not null };
        return _commands[index].Request;
    }

    internal ImmutableArray<DatabaseCommand> Finish() => [.. _commands];

    // A source without ids tells the end of an asynchronous command on another thread, but on behalf of the same request. Outside of requests there is
    // the thread alone to go by.
    private static (string?, long, int?) KeyOf(in RecordedEvent e, RequestState? request)
    {
        var source = e.Field(FieldNames.Source);
        if (e.Number != 0) return (source, e.Number, null);
        return request is null ? (source, -e.ThreadId, null) : (source, 0, request.Number);
    }
}
