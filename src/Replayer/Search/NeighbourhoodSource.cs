using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>One order first, then the orders around it, nearest first.</summary>
/// <param name="first">Runs the first one.</param>
/// <param name="distanceMax">How many swaps away to go at most.</param>
public sealed class NeighbourhoodSource(Func<IScheduler> first, int distanceMax) : IScheduleSource
{
    private readonly Neighbourhood _neighbourhood = new(distanceMax);
    private TracingScheduler? _running;
    private bool _hasBegun;
    private int _distance;

    /// <inheritdoc/>
    public IScheduler? Take(ulong seed)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            return _running = new TracingScheduler(first());
        }

        if (!_neighbourhood.TryTake(out var candidate)) return null;
        _distance = candidate.Distance;
        return _running = new TracingScheduler(new OrderScheduler(candidate.Order));
    }

    /// <inheritdoc/>
    public void Ran(int stepCount) => _neighbourhood.Add(_running!.Trace, _distance);
}
