using ReplayKit.Replayer.Scheduling;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Search;

/// <summary>Follows an incident's pinned schedule to the letter, and ends the run at the first decision that differs: the step, or the steps enabled beside it.</summary>
/// <remarks>Continuations of framework code run as they come: the schedule does not decide about them.</remarks>
public sealed class PinnedIncidentScheduler(PinnedSchedule schedule) : IScheduler
{
    private readonly StepNamer _namer = new();
    private int _position;

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => false;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        for (var i = 0; i < context.Enabled.Count; i++)
        {
            if (Pinning.IsDecision(context.Enabled[i])) continue;
            _namer.Take(context.Enabled[i]);
            return new Decision.Run(i, null, context.NowNs);
        }

        if (_position == schedule.Steps.Length) return Differ("the end of the schedule", context, "The run takes more steps than the schedule has.");
        var step = schedule.Steps[_position];
        var index = IndexOf(context.Enabled, step.Name);
        if (index < 0)
        {
            return context.BlockedOn(step.Request) is BlockedOn.Timer or BlockedOn.Outside
                ? new Decision.WaitFor(step.Request)
                : Differ(step.Anchor, context, "The step is not enabled in this build: the code changed since the schedule was pinned.");
        }

        if (!Others(context.Enabled, index).SequenceEqual(step.Others))
            return Differ($"{step.Anchor}, beside {step.Others.Length} others", context, "Other steps are enabled beside it than when the schedule was pinned.");
        _position++;
        _namer.Take(context.Enabled[index]);
        return new Decision.Run(index, null, step.TimeNs);
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => false;

    /// <inheritdoc/>
    public void OperationFinished(int operation)
    {
    }

    private int IndexOf(IReadOnlyList<StepDescription> enabled, string name)
    {
        for (var i = 0; i < enabled.Count; i++)
        {
            if (Pinning.Write(_namer.NameOf(enabled[i])) == name) return i;
        }

        return -1;
    }

    private System.Collections.Immutable.ImmutableArray<string> Others(IReadOnlyList<StepDescription> enabled, int chosen) =>
        Pinning.Write(enabled.Where((_, index) => index != chosen).Select(_namer.NameOf));

    private Decision.Diverge Differ(string expected, in DecisionContext context, string cause) =>
        new(new ScheduleDifference(_position + 1, expected, string.Join("; ", context.Enabled.Select(static step => step.Anchor)), cause));
}
