using System.Collections.Immutable;

namespace ReplayKit.Replayer.Scheduling;

/// <summary>What a scheduler decided. Closed: <see cref="Run"/>, <see cref="WaitFor"/> or <see cref="Diverge"/>.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Run one of the enabled steps.</summary>
    /// <param name="Index">Its position in <see cref="DecisionContext.Enabled"/>.</param>
    /// <param name="PlanIndex">The planned step that it carries out; null when the plan does not know it.</param>
    /// <param name="NotBeforeNs">Virtual time must have reached this, in nanoseconds since the recording began.</param>
    public sealed record Run(int Index, int? PlanIndex, long NotBeforeNs) : Decision
    {
        private const int KeptCount = 64;
        private static readonly ImmutableArray<Decision> Kept = [.. Enumerable.Range(0, KeptCount).Select(static index => new Run(index, null, 0))];

        /// <summary>The decision for a position where there is no plan.</summary>
        public static Decision Of(int index) => index < KeptCount ? Kept[index] : new Run(index, null, 0);
    }

    /// <summary>Run nothing until this operation can go on. Only allowed for one that waits for a timer or for the outside.</summary>
    /// <param name="Operation">The operation's number.</param>
    public sealed record WaitFor(int Operation) : Decision;

    /// <summary>End the run: it does not follow the schedule that it is to follow.</summary>
    /// <param name="Difference">The first difference.</param>
    public sealed record Diverge(ScheduleDifference Difference) : Decision;
}
