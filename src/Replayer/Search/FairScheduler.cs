using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Keeps an operation that goes round and round from keeping all others out: what it waits for may be theirs to do.</summary>
/// <remarks>
/// An operation that ran many times in a row, while others could have run, is held back for some decisions; each time for
/// twice as many. It runs all the same when nothing else can. Musuvathi, Qadeer: Fair stateless model checking, PLDI 2008, lower a thread's
/// priority at its yields in the same spirit; here a yield is not announced but counted out.
/// </remarks>
/// <param name="inner">Decides.</param>
public sealed class FairScheduler(IScheduler inner) : IScheduler
{
    private const int RepeatCountMax = 200;
    private const int HoldCountMax = 1 << 12;
    private readonly Dictionary<int, (int Count, long Until)> _holds = [];
    private readonly List<StepDescription> _offered = [];
    private int _last;
    private int _repeatCount;
    private long _decisionCount;
    private long _holdsUntil;

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => inner.AsksAboutCompleteAwaits;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        var isHolding = ++_decisionCount <= _holdsUntil && Offer(context.Enabled);
        var decision = inner.Decide(isHolding ? context with { Enabled = _offered } : context);
        if (decision is not Decision.Run run) return decision;
        var chosen = isHolding ? _offered[run.Index] : context.Enabled[run.Index];
        Count(chosen.Operation, context.Enabled.Count);
        return isHolding ? run with { Index = IndexOf(context.Enabled, chosen) } : run;
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => inner.SuspendsWhenComplete(awaiting);

    /// <inheritdoc/>
    public void OperationFinished(int operation) => inner.OperationFinished(operation);

    // Whether something is held back, and something else is left.
    private bool Offer(IReadOnlyList<StepDescription> enabled)
    {
        _offered.Clear();
        foreach (var step in enabled)
        {
            if (!_holds.TryGetValue(step.Operation, out var hold) || hold.Until < _decisionCount) _offered.Add(step);
        }

        return _offered.Count > 0 && _offered.Count < enabled.Count;
    }

    private void Count(int operation, int enabledCount)
    {
        _repeatCount = operation == _last && enabledCount > 1 ? _repeatCount + 1 : 0;
        _last = operation;
        if (_repeatCount < RepeatCountMax) return;
        _repeatCount = 0;
        var count = Math.Min(_holds.GetValueOrDefault(operation, (Count: 1, Until: 0)).Count * 2, HoldCountMax);
        _holds[operation] = (count, _decisionCount + count);
        _holdsUntil = Math.Max(_holdsUntil, _decisionCount + count);
    }

    private static int IndexOf(IReadOnlyList<StepDescription> enabled, StepDescription step)
    {
        for (var i = 0; i < enabled.Count; i++)
        {
            if (ReferenceEquals(enabled[i], step)) return i;
        }

        throw new InvalidOperationException("The step that was chosen is not enabled.");
    }
}
