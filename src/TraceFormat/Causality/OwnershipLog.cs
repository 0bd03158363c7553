using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>Notes, while a recording's events are walked through, what each event is about.</summary>
internal sealed class OwnershipLog(int eventCount)
{
    private readonly Frame?[] _frames = new Frame?[eventCount];
    private readonly Dictionary<int, List<int>> _byRequest = [];
    private readonly Dictionary<int, List<int>> _makings = [];
    private readonly Dictionary<int, List<int>> _ends = [];

    /// <summary>Notes the run in which an event happened; for the beginning of a run, that run.</summary>
    internal void SetFrame(int index, Frame frame) => _frames[index] = frame;

    /// <summary>The run in which an event happened; null for events that happen in none.</summary>
    internal Frame? FrameOf(int index) => _frames[index];

    /// <summary>Notes that what the graph says of a request rests on an event.</summary>
    internal void AddRequest(int? request, int index)
    {
        if (request is not { } number) return;
        var own = ListOf(_byRequest, number);
        if (own is not [.., var last] || last != index) own.Add(index);
    }

    /// <summary>Notes an event that makes or ends a task.</summary>
    internal void AddTask(in RecordedEvent e, int index)
    {
        // A task that is queued was made then, unless it was seen to be made before.
        if (e.Kind is RecordedEventKind.OperationBegan || (e.Kind is RecordedEventKind.TaskScheduled && !_makings.ContainsKey(e.TaskId)))
            ListOf(_makings, e.TaskId).Add(index);
        if (e.Kind is RecordedEventKind.OperationEnded) ListOf(_ends, e.TaskId).Add(index);
    }

    /// <summary>Events that a request's part of the graph rests on, each at least once.</summary>
    internal IReadOnlyList<int> EventsOf(int request) => _byRequest.TryGetValue(request, out var own) ? own : [];

    /// <summary>Events that made a task.</summary>
    internal IReadOnlyList<int> MakingsOf(int taskId) => _makings.TryGetValue(taskId, out var own) ? own : [];

    /// <summary>Events that ended a task.</summary>
    internal IReadOnlyList<int> EndsOf(int taskId) => _ends.TryGetValue(taskId, out var own) ? own : [];

    private static List<int> ListOf(Dictionary<int, List<int>> lists, int key)
    {
        if (!lists.TryGetValue(key, out var own)) lists.Add(key, own = new List<int>(1));
        return own;
    }
}
