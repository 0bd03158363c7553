using System.Collections.Immutable;
using ReplayKit.Replayer.Plan;

namespace ReplayKit.Replayer.Scheduling;

/// <summary>Follows a production sketch: among the enabled steps, the one whose anchor stands first in what remains of the plan.</summary>
/// <remarks>
/// A step that the plan does not know runs at once, with the known step before it in its own operation. A planned step whose operation waits
/// for time or for the outside is waited for. One whose operation waits for another operation is overtaken, and that is noted: a build with
/// more synchronisation than production's cannot have production's order.
/// </remarks>
public sealed class SketchScheduler : IScheduler, IPlanFollower
{
    private readonly PlanProgress _progress;
    private readonly PlanMatcher _matcher;
    private readonly ImmutableArray<Mismatch>.Builder _mismatches = ImmutableArray.CreateBuilder<Mismatch>();
    private readonly HashSet<int> _finished = [];
    private readonly HashSet<int> _overtaken = [];
    private readonly Dictionary<int, int> _lastDone = [];
    private readonly Dictionary<int, int?> _matches = [];
    private readonly Dictionary<int, int> _enabledByPlan = [];
    private int _stepCount;

    /// <summary>A scheduler at the plan's first step.</summary>
    public SketchScheduler(ReplayPlan plan, BuildCatalog build)
    {
        _progress = new PlanProgress(plan);
        _matcher = new PlanMatcher(_progress, build);
    }

    /// <inheritdoc/>
    public PlanProgress Progress => _progress;

    /// <inheritdoc/>
    public ImmutableArray<Mismatch> Mismatches => _mismatches.ToImmutable();

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        MatchEnabled(context.Enabled);
        if (FirstInserted(context.Enabled) is { } inserted) return Take(context.Enabled, inserted, null, context.NowNs);
        for (var planIndex = _progress.FirstUnsettled; planIndex < _progress.Plan.Steps.Length; planIndex++)
        {
            if (_progress.IsSettled(planIndex)) continue;
            var planned = _progress.Plan.Steps[planIndex];
            if (_enabledByPlan.TryGetValue(planIndex, out var index)) return Take(context.Enabled, index, planned, planned.BeginNs);
            if (IsPassed(planned))
            {
                Pass(planned, context.Enabled);
                continue;
            }

            if (!planned.IsCommand && context.BlockedOn(planned.Request) is BlockedOn.Timer or BlockedOn.Outside) return new Decision.WaitFor(planned.Request);
        }

        throw new InvalidOperationException("Every enabled step is either unknown to the plan or stands in it.");
    }

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => true;

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting)
    {
        ArgumentNullException.ThrowIfNull(awaiting);
        return _matcher.IsNext(awaiting);
    }

    /// <inheritdoc/>
    public void OperationFinished(int operation)
    {
        _finished.Add(operation);
        foreach (var planned in _progress.Remaining(operation).ToList()) Pass(planned, []);
    }

    private void MatchEnabled(IReadOnlyList<StepDescription> enabled)
    {
        _enabledByPlan.Clear();
        for (var i = 0; i < enabled.Count; i++)
        {
            var planIndex = MatchOnce(enabled[i]);
            if (planIndex is { } known) _enabledByPlan.TryAdd(known, i);
        }
    }

    // A match is made when the step is first seen enabled and kept, unless what it matched has been settled since.
    private int? MatchOnce(StepDescription step)
    {
        if (_matches.TryGetValue(step.Id, out var kept) && (kept is null || !_progress.IsSettled(kept.Value))) return kept;
        var match = _matcher.Match(step)?.Index;
        _matches[step.Id] = match;
        return match;
    }

    private int? FirstInserted(IReadOnlyList<StepDescription> enabled)
    {
        int? best = null;
        for (var i = 0; i < enabled.Count; i++)
        {
            if (_matches[enabled[i].Id] is { } known && _enabledByPlan[known] == i) continue;
            if (best is null || Position(enabled[i]).CompareTo(Position(enabled[best.Value])) < 0) best = i;
        }

        return best;
    }

    private (int LastDone, int Id) Position(StepDescription step) => (_lastDone.GetValueOrDefault(step.Request, -1), step.Id);

    private bool IsPassed(PlannedStep planned)
    {
        if (_finished.Contains(planned.Request)) return true;
        foreach (var enabled in _enabledByPlan.Keys)
        {
            if (enabled > planned.Index && _progress.Plan.Steps[enabled].Request == planned.Request) return true;
        }

        return false;
    }

    private void Pass(PlannedStep planned, IReadOnlyList<StepDescription> enabled)
    {
        _progress.Passed(planned.Index);
        if (planned.IsCommand) return;
        var actual = enabled.FirstOrDefault(step => step.Request == planned.Request)?.Anchor ?? "";
        _mismatches.Add(Mismatch.Passed(planned, actual, _stepCount + 1));
    }

    private Decision.Run Take(IReadOnlyList<StepDescription> enabled, int index, PlannedStep? planned, long notBeforeNs)
    {
        _stepCount++;
        var step = enabled[index];
        _matches.Remove(step.Id);
        if (planned is not null)
        {
            NoteOvertaken(planned, step);
            _progress.Done(planned.Index);
            _lastDone[step.Request] = planned.Index;
        }

        return new Decision.Run(index, planned?.Index, notBeforeNs);
    }

    private void NoteOvertaken(PlannedStep taken, StepDescription step)
    {
        for (var planIndex = _progress.FirstUnsettled; planIndex < taken.Index; planIndex++)
        {
            if (_progress.IsSettled(planIndex) || _progress.Plan.Steps[planIndex].IsCommand || !_overtaken.Add(planIndex)) continue;
            _mismatches.Add(new Mismatch(_progress.Plan.Steps[planIndex], MismatchCause.BlockedByOther, step.Anchor, _stepCount));
        }
    }
}
