using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Decides uniformly at random among the enabled steps.</summary>
/// <remarks>Thomson, Donaldson, Betts: Concurrency testing using schedule bounding: an empirical study, PPoPP 2014, take it as the baseline, and it is a strong one.</remarks>
/// <param name="seed">Names the schedule.</param>
public sealed class RandomScheduler(ulong seed) : IScheduler
{
    private readonly SplitMix64 _chance = new(seed);

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => false;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context) =>
        Decision.Run.Of(context.Enabled.Count == 1 ? 0 : _chance.Below(context.Enabled.Count));

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => false;

    /// <inheritdoc/>
    public void OperationFinished(int operation)
    {
    }
}
