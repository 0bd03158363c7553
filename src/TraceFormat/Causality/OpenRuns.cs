namespace ReplayKit.TraceFormat.Causality;

/// <summary>Which run is open of each task. A task has at most one: its code never runs twice at a time.</summary>
internal sealed class OpenRuns
{
    private readonly Dictionary<int, (Frame Run, long ThreadId)> _runs = [];

    internal Frame? Of(int taskId) => _runs.TryGetValue(taskId, out var open) ? open.Run : null;

    internal long ThreadOf(int taskId) => _runs[taskId].ThreadId;

    internal void Add(int taskId, Frame run, long threadId) => _runs[taskId] = (run, threadId);

    internal void Remove(int taskId) => _runs.Remove(taskId);
}
