namespace ReplayKit.Replayer.Scheduling;

/// <summary>Why a step runs.</summary>
public enum StepKind : byte
{
    /// <summary>A request arrived.</summary>
    Arrival,

    /// <summary>A woven async method resumes after an await.</summary>
    Resumption,

    /// <summary>Code that is not woven continues on the operation's synchronization context.</summary>
    Posted,

    /// <summary>A virtual timer is due.</summary>
    Timer,

    /// <summary>A task, a work item or a thread starts.</summary>
    Start,

    /// <summary>A call that synchronises, shares, or reaches outside goes on.</summary>
    Call,
}
