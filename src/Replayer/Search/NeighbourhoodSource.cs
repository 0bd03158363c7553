using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>One order first, then the orders around it.</summary>
/// <param name="first">Runs the first one.</param>
/// <param name="options">Which.</param>
public sealed class NeighbourhoodSource(Func<IScheduler> first, SwapOptions options) : IScheduleSource
{
    private readonly SwapTree _tree = new(options);
    private TracingScheduler? _running;
    private SwapCandidate? _candidate;

    /// <inheritdoc/>
    public IScheduler? Take(ulong seed)
    {
        if (_candidate is null)
        {
            _candidate = SwapCandidate.Root;
            return _running = new TracingScheduler(first());
        }

        if (!_tree.TryTake(out _candidate)) return null;
        return _running = new TracingScheduler(new SwapScheduler(_candidate, _tree.Reference, waitsForTime: false));
    }

    /// <inheritdoc/>
    public void Ran(int stepCount) => _tree.Add(_candidate!, _running!.Trace);
}
