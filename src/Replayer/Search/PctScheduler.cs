using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Probabilistic concurrency testing: the enabled operation of the highest priority runs; at a few random steps the running one falls below all others.</summary>
/// <remarks>
/// Burckhardt, Kothari, Musuvathi, Nagarakatte: A randomized scheduler with probabilistic guarantees of finding bugs, ASPLOS 2010, section 3.
/// Priorities belong to operations, the logical chains of async code, and not to single continuations: a chain of awaits stays one thread of the paper's.
/// </remarks>
public sealed class PctScheduler : IScheduler
{
    private const int StepCountGuess = 50;
    private readonly SplitMix64 _chance;
    private readonly Dictionary<int, long> _priorities = [];
    private readonly int[] _changeAt;
    private int _stepCount;
    private long _lowest;

    /// <summary>A scheduler for one schedule.</summary>
    /// <param name="seed">Names the schedule.</param>
    /// <param name="depth">Depth of the bugs looked for; at least 1.</param>
    /// <param name="stepCount">About how many steps the run takes; 0 when unknown.</param>
    public PctScheduler(ulong seed, int depth, int stepCount)
    {
        _chance = new SplitMix64(seed);
        var bound = stepCount > 0 ? stepCount : StepCountGuess;
        _changeAt = new int[depth - 1];
        for (var i = 0; i < _changeAt.Length; i++) _changeAt[i] = _chance.Below(bound) + 1;
    }

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => false;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        var index = Highest(context.Enabled);
        if (Array.IndexOf(_changeAt, ++_stepCount) >= 0)
        {
            _priorities[context.Enabled[index].Operation] = --_lowest;
            index = Highest(context.Enabled);
        }

        return Decision.Run.Of(index);
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => false;

    /// <inheritdoc/>
    public void OperationFinished(int operation)
    {
    }

    private int Highest(IReadOnlyList<StepDescription> enabled)
    {
        var best = 0;
        for (var i = 1; i < enabled.Count; i++)
        {
            if (PriorityOf(enabled[i].Operation) > PriorityOf(enabled[best].Operation)) best = i;
        }

        return best;
    }

    private long PriorityOf(int operation)
    {
        if (_priorities.TryGetValue(operation, out var priority)) return priority;
        priority = (long)(_chance.Next() >> 1);
        _priorities.Add(operation, priority);
        return priority;
    }
}
