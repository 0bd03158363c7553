using System.Collections.Immutable;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Writes down what another scheduler decides, and what it could have decided.</summary>
/// <param name="inner">Decides.</param>
public sealed class TracingScheduler(IScheduler inner) : IScheduler
{
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
        if (decision is Decision.Run run) Note(context.Enabled, run.Index);
        return decision;
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => inner.SuspendsWhenComplete(awaiting);

    /// <inheritdoc/>
    public void OperationFinished(int operation) => inner.OperationFinished(operation);

    private void Note(IReadOnlyList<StepDescription> enabled, int chosen)
    {
        var others = ImmutableArray.CreateBuilder<StepName>(enabled.Count - 1);
        for (var i = 0; i < enabled.Count; i++)
        {
            if (i != chosen) others.Add(_namer.NameOf(enabled[i]));
        }

        _trace.Add(new TracedStep(_namer.Take(enabled[chosen]), enabled[chosen], others.MoveToImmutable()));
    }
}
