using System.Collections.Immutable;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Writes down what another scheduler decides, and what it could have decided.</summary>
/// <param name="inner">Decides.</param>
/// <param name="requests">Numbers of the requests whose waiting for time is written down.</param>
public sealed class TracingScheduler(IScheduler inner, IEnumerable<int>? requests = null) : IScheduler
{
    private readonly ImmutableArray<int> _requests = [.. requests ?? []];
    private readonly ImmutableArray<TracedStep>.Builder _trace = ImmutableArray.CreateBuilder<TracedStep>();
    private readonly StepNamer _namer = new();

    /// <summary>The run so far.</summary>
    public ImmutableArray<TracedStep> Trace => _trace.ToImmutable();

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => inner.AsksAboutCompleteAwaits;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        var decision = inner.Decide(context);
        if (decision is Decision.Run run) Note(context, run);
        return decision;
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => inner.SuspendsWhenComplete(awaiting);

    /// <inheritdoc/>
    public void OperationFinished(int operation) => inner.OperationFinished(operation);

    private void Note(in DecisionContext context, Decision.Run run)
    {
        var enabled = context.Enabled;
        var others = ImmutableArray.CreateBuilder<StepName>(enabled.Count - 1);
        var steps = ImmutableArray.CreateBuilder<StepDescription>(enabled.Count - 1);
        for (var i = 0; i < enabled.Count; i++)
        {
            if (i == run.Index) continue;
            others.Add(_namer.NameOf(enabled[i]));
            steps.Add(enabled[i]);
        }

        var late = ImmutableArray<int>.Empty;
        foreach (var request in _requests)
        {
            if (context.BlockedOn(request) == BlockedOn.Timer) late = late.Add(request);
        }

        _trace.Add(new TracedStep(_namer.Take(enabled[run.Index]), enabled[run.Index], others.MoveToImmutable())
        {
            OtherSteps = steps.MoveToImmutable(), Late = late, PlanIndex = run.PlanIndex,
        });
    }
}
