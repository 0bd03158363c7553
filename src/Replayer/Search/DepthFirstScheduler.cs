using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Follows a path of choices, and extends it by choices that cost nothing.</summary>
internal sealed class DepthFirstScheduler(List<DepthFirstSource.Choice> path, int delayMax) : IScheduler
{
    private int _depth;
    private int _spent;
    private int _lastOperation;

    public bool AsksAboutCompleteAwaits => false;

    public Decision Decide(in DecisionContext context)
    {
        if (_depth == path.Count) path.Add(new DepthFirstSource.Choice(0, context.Enabled.Count, _spent));
        var choice = path[_depth++];
        _spent += delayMax == int.MaxValue ? 0 : choice.Delays;
        var index = (First(context.Enabled) + Math.Min(choice.Delays, context.Enabled.Count - 1)) % context.Enabled.Count;
        _lastOperation = context.Enabled[index].Operation;
        return Decision.Run.Of(index);
    }

    public bool SuspendsWhenComplete(StepDescription awaiting) => false;

    public void OperationFinished(int operation)
    {
    }

    // The operation that ran last goes on; where it cannot, the next one by number does, and behind the last the first.
    private int First(IReadOnlyList<StepDescription> enabled)
    {
        var (next, lowest) = (-1, 0);
        for (var i = 0; i < enabled.Count; i++)
        {
            if (enabled[i].Operation >= _lastOperation && (next < 0 || enabled[i].Operation < enabled[next].Operation)) next = i;
            if (enabled[i].Operation < enabled[lowest].Operation) lowest = i;
        }

        return next < 0 ? lowest : next;
    }
}
