using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Rules for <c>System.Threading.Tasks.TplEventSource</c>.</summary>
public static class TaskRules
{
    // CausalitySynchronousWork.Execution. The other kinds bracket the notification of continuations, in which no user code runs that
    // is not itself bracketed as an execution.
    private const int WorkIsExecution = 2;

    private const string AsyncPrefix = "Async: ";
    private const string TaskPrefix = "Task: ";

    /// <summary>TaskScheduled: a task was queued.</summary>
    public static bool Scheduled(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        payload.Skip(sizeof(int)); // scheduler
        var originating = payload.ReadInt32();
        var task = payload.ReadInt32();
        recorded = recorded with { Kind = RecordedEventKind.TaskScheduled, TaskId = task, RelatedTaskId = originating };
        return true;
    }

    /// <summary>TaskWaitBegin: one task awaits another. A synchronous wait has no awaiting task and is no edge.</summary>
    public static bool WaitBegan(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        payload.Skip(2 * sizeof(int)); // scheduler, originating task
        var awaited = payload.ReadInt32();
        payload.Skip(sizeof(int)); // behaviour
        var awaiter = payload.ReadInt32();
        recorded = recorded with { Kind = RecordedEventKind.WaitBegan, TaskId = awaited, RelatedTaskId = awaiter };
        return awaiter != 0;
    }

    /// <summary>TraceOperationBegin: an async method suspends for the first time, a task is created, a delay or combinator begins.</summary>
    public static bool OperationBegan(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var task = payload.ReadInt32();
        var name = payload.ReadString();
        recorded = recorded with { Kind = RecordedEventKind.OperationBegan, TaskId = task, Text = context.Names.Get(BareName(name)) };
        return true;
    }

    /// <summary>TraceOperationEnd: an operation completed.</summary>
    public static bool OperationEnded(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var task = payload.ReadInt32();
        var status = payload.ReadInt32();
        recorded = recorded with { Kind = RecordedEventKind.OperationEnded, TaskId = task, Number = status };
        return true;
    }

    /// <summary>TraceSynchronousWorkBegin: a task's code runs on this thread from here on.</summary>
    public static bool WorkBegan(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var task = payload.ReadInt32();
        var work = payload.ReadInt32();
        recorded = recorded with { Kind = RecordedEventKind.WorkBegan, TaskId = task };
        return work == WorkIsExecution;
    }

    /// <summary>TraceSynchronousWorkEnd: the innermost work of its kind ended on this thread.</summary>
    public static bool WorkEnded(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var work = payload.ReadInt32();
        recorded = recorded with { Kind = RecordedEventKind.WorkEnded };
        return work == WorkIsExecution;
    }

    private static ReadOnlySpan<char> BareName(ReadOnlySpan<char> name)
    {
        if (name.StartsWith(AsyncPrefix, StringComparison.Ordinal)) return name[AsyncPrefix.Length..];
        return name.StartsWith(TaskPrefix, StringComparison.Ordinal) ? name[TaskPrefix.Length..] : name;
    }
}
