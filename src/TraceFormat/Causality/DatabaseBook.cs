using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>The database commands of a recording.</summary>
internal sealed class DatabaseBook
{
    private readonly List<DatabaseCommand> _commands = [];
    private readonly Dictionary<(string? Source, long Id), int> _open = [];

    internal void Start(in RecordedEvent e, RequestState? request)
    {
        _open[KeyOf(e)] = _commands.Count;
        _commands.Add(new DatabaseCommand(request?.Number, e.Field(FieldNames.Source) ?? "", e.Text ?? "", e.TimeNs, null, false));
    }

    /// <returns>Number of the request on whose behalf it was sent; null when unknown.</returns>
    internal int? Stop(in RecordedEvent e)
    {
        if (!_open.Remove(KeyOf(e), out var index)) return null; // it was sent before the recording began
        _commands[index] = _commands[index] with { StopNs = e.TimeNs, HasFailed = e.Text is not null };
        return _commands[index].Request;
    }

    internal ImmutableArray<DatabaseCommand> Finish() => [.. _commands];

    // A source without ids tells the end on the thread of the begin.
    private static (string?, long) KeyOf(in RecordedEvent e) => (e.Field(FieldNames.Source), e.Number != 0 ? e.Number : -e.ThreadId);
}
