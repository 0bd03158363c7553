using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Runs continuations of framework code as they come, and asks another scheduler about the other steps alone.</summary>
/// <param name="inner">Decides about those.</param>
public sealed class DecisionsOnlyScheduler(IScheduler inner) : IScheduler
{
    /// <summary>How many decisions were made.</summary>
    public int DecisionCount { get; private set; }

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => inner.AsksAboutCompleteAwaits;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        for (var i = 0; i < context.Enabled.Count; i++)
        {
            if (!Pinning.IsDecision(context.Enabled[i])) return new Decision.Run(i, null, context.NowNs);
        }

        var decision = inner.Decide(context);
        if (decision is Decision.Run) DecisionCount++;
        return decision;
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => inner.SuspendsWhenComplete(awaiting);

    /// <inheritdoc/>
    public void OperationFinished(int operation) => inner.OperationFinished(operation);
}
