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

    /// <summary>Events of ThreadId were lost. TimeNs: its first event after, or when the runtime counted. Number: how many. Fields: since.</summary>
    EventsLost = 16,

    /// <summary>From here on another set of events was recorded. Number: the tier as in <see cref="RecordingTier"/>. Text: why.</summary>
    TierChanged = 17,

    /// <summary>A database command began. Text: its text, redacted; never the values of its parameters. Number: its id in the recording, 0 for none. Fields: source.</summary>
    DatabaseStarted = 18,

    /// <summary>A database command ended. Number: its id as at its begin. Text: <c>failed</c> when it failed, else null. Fields: source.</summary>
    DatabaseStopped = 19,

    /// <summary>ThreadId began to wait for a lock that another thread holds. Number: the lock's id. RelatedTaskId: low bits of the holder's thread id.</summary>
    ContentionBegan = 20,

    /// <summary>ThreadId has the lock it waited for.</summary>
    ContentionEnded = 21,

    /// <summary>ThreadId began to wait on a wait handle, an event or a monitor. Number: the runtime's source of the wait (1 monitor, 0 other).</summary>
    BlockingBegan = 22,

    /// <summary>ThreadId's wait ended.</summary>
    BlockingEnded = 23,

    /// <summary>A work item was queued to the thread pool. Number: its id.</summary>
    PoolItemQueued = 24,

    /// <summary>A thread of the pool took a work item. Number: its id.</summary>
    PoolItemTaken = 25,

    /// <summary>The thread pool changed how many workers it wants. Number: how many. Text: why.</summary>
    PoolResized = 26,

    /// <summary>A timer was set. Number: its id. Fields: due time in milliseconds.</summary>
    TimerSet = 27,

    /// <summary>A timer fired. Number: its id.</summary>
    TimerFired = 28,
}
