using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Partial order sampling: the enabled step of the highest priority runs; steps that race with it draw a new priority.</summary>
/// <remarks>Yuan, Yang, Gu: Partial order aware concurrency sampling, CAV 2018, algorithm 2. Steps race here when they touch one resource.</remarks>
public sealed class PosScheduler(ulong seed) : IScheduler
{
    private readonly SplitMix64 _chance = new(seed);
    private readonly Dictionary<int, ulong> _priorities = [];

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => false;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        var best = 0;
        for (var i = 1; i < context.Enabled.Count; i++)
        {
            if (PriorityOf(context.Enabled[i].Id) > PriorityOf(context.Enabled[best].Id)) best = i;
        }

        var chosen = context.Enabled[best];
        _priorities.Remove(chosen.Id);
        foreach (var other in context.Enabled)
        {
            if (chosen.Resource != 0 && other.Resource == chosen.Resource) _priorities.Remove(other.Id);
        }

        return Decision.Run.Of(best);
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => false;

    /// <inheritdoc/>
    public void OperationFinished(int operation)
    {
    }

    private ulong PriorityOf(int step)
    {
        if (_priorities.TryGetValue(step, out var priority)) return priority;
        priority = _chance.Next();
        _priorities.Add(step, priority);
        return priority;
    }
}
