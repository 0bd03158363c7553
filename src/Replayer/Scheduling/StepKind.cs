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
}
