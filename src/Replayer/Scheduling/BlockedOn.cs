namespace ReplayKit.Replayer.Scheduling;

/// <summary>What an operation that has no enabled step waits for.</summary>
public enum BlockedOn : byte
{
    /// <summary>Nothing: it has an enabled step.</summary>
    Nothing,

    /// <summary>A virtual timer of its own.</summary>
    Timer,

    /// <summary>Something outside control, which may still come.</summary>
    Outside,

    /// <summary>Another operation, or something that was waited for in vain.</summary>
    Operation,

    /// <summary>Nothing any more: the operation is over.</summary>
    Finished,
}
