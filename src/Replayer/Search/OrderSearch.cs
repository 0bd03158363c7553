using ReplayKit.Replayer.Plan;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>One order, followed as far as the run allows.</summary>
/// <param name="order">The order.</param>
/// <param name="description">How it was chosen, in a few words.</param>
public sealed class OrderSearch(IReadOnlyList<StepName> order, string description) : IReplaySearch
{
    private TracingScheduler? _tracing;

    /// <inheritdoc/>
    public PinUse Pin => PinUse.None;

    /// <inheritdoc/>
    public string Description { get; } = description;

    /// <inheritdoc/>
    public IReadOnlyList<TracedStep> Trace => _tracing?.Trace ?? [];

    /// <inheritdoc/>
    public IScheduler NextAttempt(ReplayPlan plan, BuildCatalog build, out IPlanFollower follower)
    {
        var observer = new SketchObserver(_tracing = new TracingScheduler(new OrderScheduler(order, waitsForTime: true)), plan, build);
        follower = observer;
        return observer;
    }

    /// <inheritdoc/>
    public void Ran(bool isMisfit)
    {
    }
}
