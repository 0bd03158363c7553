using System.Collections.Immutable;
using ReplayKit.Replayer.Scheduling;

namespace Replayer.Tests.Execution;

/// <summary>Runs what stands first, and remembers what was enabled at the first decision.</summary>
internal sealed class FirstEnabled : IScheduler
{
    public ImmutableArray<int> Operations { get; private set; }

    public bool AsksAboutCompleteAwaits => false;

    public Decision Decide(in DecisionContext context)
    {
        if (Operations.IsDefault) Operations = [.. context.Enabled.Select(static step => step.Operation)];
        return new Decision.Run(0, null, 0);
    }

    public bool SuspendsWhenComplete(StepDescription awaiting) => false;

    public void OperationFinished(int operation)
    {
    }
}
