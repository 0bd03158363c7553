namespace ReplayKit.Replayer.Scheduling;

/// <summary>Writes down what another scheduler decides.</summary>
/// <param name="inner">Decides.</param>
public sealed class RecordingScheduler(IScheduler inner) : IScheduler
{
    private readonly List<(StepDescription Chosen, int Index, ulong Enabled, int EnabledCount)> _decisions = [];

    /// <summary>The decisions so far.</summary>
    public Schedule Schedule => new([.. _decisions.Select(static decision => new ScheduledStep(
        decision.Index, decision.Chosen.Operation, decision.Chosen.Anchor, decision.Chosen.Kind, ScheduledStep.HashOf(decision.Chosen), decision.Enabled, decision.EnabledCount))]);

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => inner.AsksAboutCompleteAwaits;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        var decision = inner.Decide(context);
        if (decision is Decision.Run run) _decisions.Add((context.Enabled[run.Index], run.Index, ScheduledStep.HashOf(context.Enabled), context.Enabled.Count));
        return decision;
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => inner.SuspendsWhenComplete(awaiting);

    /// <inheritdoc/>
    public void OperationFinished(int operation) => inner.OperationFinished(operation);
}
