using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Order;

/// <summary>The events of one instant on several threads, to be put in causal order.</summary>
/// <remarks>
/// Takes the event of the lowest thread whose next event has no cause among the events that other threads still hold. A circle of causes
/// cannot come from a real process; should one appear, the lowest thread goes first.
/// </remarks>
internal sealed class Instant
{
    // Real instants hold a handful of events. Beyond this size something else is wrong and thread order has to do.
    private const int EventCountMax = 1024;

    private readonly List<Queue<RecordedEvent>> _threads = [];

    /// <summary>Takes the events: those of one thread side by side, threads in ascending order.</summary>
    internal Instant(List<RecordedEvent> events)
    {
        var thread = long.MinValue;
        foreach (var e in events)
        {
            if (_threads.Count == 0 || e.ThreadId != thread) _threads.Add(new Queue<RecordedEvent>());
            thread = e.ThreadId;
            _threads[^1].Enqueue(e);
        }
    }

    internal void Emit(Action<RecordedEvent> emit)
    {
        var isSmall = _threads.Sum(static thread => thread.Count) <= EventCountMax;
        while (_threads.Count > 0)
        {
            var next = isSmall ? _threads.FindIndex(IsFree) : 0;
            if (next < 0) next = 0;
            emit(_threads[next].Dequeue());
            if (_threads[next].Count == 0) _threads.RemoveAt(next);
        }
    }

    private bool IsFree(Queue<RecordedEvent> thread)
    {
        var head = thread.Peek();
        var task = CausalRank.Task(head);
        if (task == 0) return true;
        var rank = CausalRank.Of(head);
        return !_threads.Exists(other => other != thread && HoldsCause(other, task, rank));
    }

    private static bool HoldsCause(Queue<RecordedEvent> thread, int task, int rank)
    {
        foreach (var e in thread)
        {
            if (CausalRank.Task(e) == task && CausalRank.Of(e) < rank) return true;
        }

        return false;
    }
}
