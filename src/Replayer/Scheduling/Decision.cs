namespace ReplayKit.Replayer.Scheduling;

/// <summary>What a scheduler decided. Closed: <see cref="Run"/> or <see cref="WaitFor"/>.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Run one of the enabled steps.</summary>
    /// <param name="Index">Its position in <see cref="DecisionContext.Enabled"/>.</param>
    /// <param name="PlanIndex">The planned step that it carries out; null when the plan does not know it.</param>
    /// <param name="NotBeforeNs">Virtual time must have reached this, in nanoseconds since the recording began.</param>
    public sealed record Run(int Index, int? PlanIndex, long NotBeforeNs) : Decision;

    /// <summary>Run nothing until this operation can go on. Only allowed for one that waits for a timer or for the outside.</summary>
    /// <param name="Operation">The operation's number.</param>
    public sealed record WaitFor(int Operation) : Decision;
}
