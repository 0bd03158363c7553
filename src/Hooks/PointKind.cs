namespace ReplayKit.Hooks;

/// <summary>What the caller of a scheduling point is about to do.</summary>
public enum PointKind : byte
{
    /// <summary>Take a lock, or one of a semaphore's slots.</summary>
    Acquire,

    /// <summary>Give back a lock or a slot, or signal an event.</summary>
    Release,

    /// <summary>Wait for a signal, a task, or a thread.</summary>
    Wait,

    /// <summary>Read, or read and write, one memory location atomically.</summary>
    Atomic,

    /// <summary>Read a field or an element.</summary>
    Read,

    /// <summary>Write a field or an element.</summary>
    Write,

    /// <summary>Call something outside the process: a database, HTTP, a file.</summary>
    Outside,

    /// <summary>Let others go first.</summary>
    Yield,

    /// <summary>Start a task, a thread, or a work item.</summary>
    Start,

    /// <summary>Use a collection or another object that many threads may use at once.</summary>
    Share,
}
