using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Follows an order as far as the run allows, but for the deviations of a candidate: of the enabled steps, the one that stands first runs.</summary>
/// <remarks>
/// A step that the order does not know runs at once, with the known step before it in its own operation. One that is not enabled is overtaken.
/// Behind the last deviation a sleeping step does not run until a step that may conflict with it did (Godefroid: Partial-order methods for the
/// verification of concurrent systems, LNCS 1032, 1996, chapter 5: sleep sets).
/// </remarks>
public sealed class SwapScheduler : IScheduler
{
    private readonly SwapCandidate _candidate;
    private readonly SwapReference _reference;
    private readonly bool _waitsForTime;
    private readonly SwapProgress _progress;
    private readonly StepNamer _namer = new();
    private readonly HashSet<StepName> _sleeping = [];
    private int _deviation;
    private int _position;

    /// <summary>A scheduler at the order's first step.</summary>
    /// <param name="candidate">Where it leaves the order.</param>
    /// <param name="reference">The order.</param>
    /// <param name="waitsForTime">Whether a request that waits for time or for the outside is waited for, as production's order asks.</param>
    public SwapScheduler(SwapCandidate candidate, SwapReference reference, bool waitsForTime)
    {
        _candidate = candidate;
        _reference = reference;
        _waitsForTime = waitsForTime;
        _progress = new SwapProgress(reference);
    }

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => false;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        var enabled = new List<StepName>(context.Enabled.Count);
        for (var i = 0; i < context.Enabled.Count; i++)
        {
            enabled.Add(_namer.NameOf(context.Enabled[i]));
            // Continuations of framework code are nobody's to decide about: they run as they come.
            if (!Pinning.IsDecision(context.Enabled[i])) return Run(i, enabled[i], context, isDecision: false);
        }

        if (_deviation < _candidate.Deviations.Length && _candidate.Deviations[_deviation].Position == _position)
        {
            var wanted = _candidate.Deviations[_deviation].Step;
            var index = enabled.IndexOf(wanted);
            if (index < 0 && Awaited(wanted, context) is { } request) return new Decision.WaitFor(request);
            _deviation++;
            if (index >= 0)
            {
                if (_deviation == _candidate.Deviations.Length) _sleeping.UnionWith(_candidate.Sleeping);
                return Run(index, wanted, context, isDecision: true);
            }
        }

        var best = First(enabled, out var isAsleep);
        if (_waitsForTime && WaitingBefore(enabled[best], isAsleep, context) is { } waiting) return new Decision.WaitFor(waiting);
        Wake(context.Enabled[best], context.Enabled, enabled);
        return Run(best, enabled[best], context, isDecision: true);
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => false;

    /// <inheritdoc/>
    public void OperationFinished(int operation)
    {
    }

    private Decision.Run Run(int index, StepName name, in DecisionContext context, bool isDecision)
    {
        _namer.Take(context.Enabled[index]);
        if (!isDecision) return new Decision.Run(index, null, context.NowNs);
        _progress.Take(name);
        _position++;
        return new Decision.Run(index, null, 0);
    }

    private int First(List<StepName> enabled, out bool isAsleep)
    {
        var best = -1;
        for (var i = 0; i < enabled.Count; i++)
        {
            if (!_sleeping.Contains(enabled[i]) && (best < 0 || _progress.IsBefore(enabled[i], enabled[best]))) best = i;
        }

        isAsleep = best < 0;
        if (best >= 0) return best;
        best = 0;
        for (var i = 1; i < enabled.Count; i++)
        {
            if (_progress.IsBefore(enabled[i], enabled[best])) best = i;
        }

        return best;
    }

    // Where all that is enabled sleeps, only time can bring something else.
    private int? WaitingBefore(StepName best, bool isAsleep, in DecisionContext context)
    {
        foreach (var missing in isAsleep ? _reference.Order : _progress.Missing(best))
        {
            if (Awaited(missing, context) is { } request) return request;
        }

        return null;
    }

    // A request's key is its number.
    private static int? Awaited(StepName step, in DecisionContext context) =>
        step.Operation <= int.MaxValue && context.BlockedOn((int)step.Operation) is BlockedOn.Timer or BlockedOn.Outside ? (int)step.Operation : null;

    private void Wake(StepDescription chosen, IReadOnlyList<StepDescription> steps, List<StepName> names)
    {
        for (var i = 0; i < steps.Count && _sleeping.Count > 0; i++)
        {
            if (!Independence.Holds(steps[i], chosen)) _sleeping.Remove(names[i]);
        }
    }
}
