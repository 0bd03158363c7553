using System.Collections.Immutable;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Waits before each decision for what requests get from outside control, so that which steps are enabled does not depend on real threads.</summary>
/// <param name="inner">Decides.</param>
/// <param name="requests">Numbers of the requests.</param>
public sealed class SettledScheduler(IScheduler inner, IEnumerable<int> requests) : IScheduler
{
    private readonly ImmutableArray<int> _requests = [.. requests];

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => inner.AsksAboutCompleteAwaits;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        foreach (var request in _requests)
        {
            if (context.BlockedOn(request) == BlockedOn.Outside) return new Decision.WaitFor(request);
        }

        return inner.Decide(context);
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => inner.SuspendsWhenComplete(awaiting);

    /// <inheritdoc/>
    public void OperationFinished(int operation) => inner.OperationFinished(operation);
}
