using System.Collections.Immutable;
using ReplayKit.Replayer.Plan;

namespace ReplayKit.Replayer.Scheduling;

/// <summary>Lets another scheduler decide, and sees which planned steps that carries out: for runs that leave the recorded order on purpose.</summary>
/// <remarks>Virtual time follows the recording all the same: a planned step does not begin before production began it.</remarks>
public sealed class SketchObserver : IScheduler, IPlanFollower
{
    private readonly IScheduler _inner;
    private readonly PlanMatcher _matcher;
    private readonly ImmutableArray<Mismatch>.Builder _mismatches = ImmutableArray.CreateBuilder<Mismatch>();
    private int _stepCount;

    /// <summary>An observer at the plan's first step.</summary>
    /// <param name="inner">Decides.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="build">The local build.</param>
    public SketchObserver(IScheduler inner, ReplayPlan plan, BuildCatalog build)
    {
        _inner = inner;
        Progress = new PlanProgress(plan);
        _matcher = new PlanMatcher(Progress, build);
    }

    /// <inheritdoc/>
    public PlanProgress Progress { get; }

    /// <inheritdoc/>
    public ImmutableArray<Mismatch> Mismatches => _mismatches.ToImmutable();

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => true;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        var decision = _inner.Decide(context);
        if (decision is not Decision.Run run) return decision;
        _stepCount++;
        if (_matcher.Match(context.Enabled[run.Index]) is not { } planned) return new Decision.Run(run.Index, null, context.NowNs);
        Progress.Done(planned.Index);
        return new Decision.Run(run.Index, planned.Index, planned.BeginNs);
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting)
    {
        ArgumentNullException.ThrowIfNull(awaiting);
        return _matcher.IsNext(awaiting);
    }

    /// <inheritdoc/>
    public void OperationFinished(int operation)
    {
        _inner.OperationFinished(operation);
        foreach (var planned in Progress.Remaining(operation).ToList())
        {
            Progress.Passed(planned.Index);
            if (!planned.IsCommand) _mismatches.Add(Mismatch.Passed(planned, "", _stepCount + 1));
        }
    }
}
