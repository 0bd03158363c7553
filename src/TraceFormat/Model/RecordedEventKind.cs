namespace ReplayKit.TraceFormat.Model;

/// <summary>What happened. The numbers are part of the file format: they are never reused.</summary>
public enum RecordedEventKind : byte
{
    /// <summary>Never written.</summary>
    None = 0,

    /// <summary>A request reached the host. Text: path. Number: its number when it was cut from a longer recording, else 0. Fields: see <see cref="FieldNames"/>.</summary>
    RequestStarted = 1,

    /// <summary>A request was answered. Number: status code. Fields: trace identifier.</summary>
    RequestStopped = 2,

    /// <summary>A task-like operation was created: an async method at its first suspension, a delay, a combinator. TaskId: it. Text: its bare name.</summary>
    OperationBegan = 3,

    /// <summary>An operation completed. TaskId: it. Number: 1 completed, 2 cancelled, 3 faulted.</summary>
    OperationEnded = 4,

    /// <summary>A resumption (or a task body) began on ThreadId. TaskId: the operation that runs.</summary>
    WorkBegan = 5,

    /// <summary>The innermost open work on ThreadId ended.</summary>
    WorkEnded = 6,

    /// <summary>RelatedTaskId began to await TaskId.</summary>
    WaitBegan = 7,

    /// <summary>TaskId was queued for execution. RelatedTaskId: the task that queued it, 0 for none.</summary>
    TaskScheduled = 8,

    /// <summary>TaskId began to execute on ThreadId.</summary>
    TaskStarted = 9,

    /// <summary>TaskId finished executing on ThreadId.</summary>
    TaskCompleted = 10,

    /// <summary>An outgoing HTTP request was sent. Text: absolute URI. Fields: method, span.</summary>
    OutgoingStarted = 11,

    /// <summary>An outgoing HTTP request was answered. Number: status code, 0 when it failed. Text: absolute URI when known. Fields: span.</summary>
    OutgoingStopped = 12,

    /// <summary>An exception was thrown. Text: type name. Number: the runtime's flags, of which 4 says thrown again. Fields: message.</summary>
    ExceptionThrown = 13,

    /// <summary>The runtime began to suspend all managed threads.</summary>
    GcPauseBegan = 14,

    /// <summary>The runtime resumed all managed threads.</summary>
    GcPauseEnded = 15,
}
