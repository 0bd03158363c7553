using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Follows an order of steps as far as the run allows: of the enabled steps, the one that stands first in what remains of it.</summary>
/// <remarks>A step that the order does not know runs at once, with the known step before it in its own operation. One that is not enabled is overtaken.</remarks>
public sealed class OrderScheduler : IScheduler
{
    private readonly Dictionary<StepName, int> _positions;
    private readonly Dictionary<ulong, int> _lastDone = [];
    private readonly StepNamer _namer = new();

    private readonly IReadOnlyList<StepName> _order;
    private readonly bool _waitsForTime;
    private readonly HashSet<int> _done = [];
    private int _first;

    /// <summary>A scheduler at the order's first step.</summary>
    /// <param name="order">The order.</param>
    /// <param name="waitsForTime">Whether a request that waits for time or for the outside is waited for, as production's order asks.</param>
    public OrderScheduler(IReadOnlyList<StepName> order, bool waitsForTime = false)
    {
        ArgumentNullException.ThrowIfNull(order);
        _order = order;
        _waitsForTime = waitsForTime;
        _positions = new Dictionary<StepName, int>(order.Count);
        for (var i = 0; i < order.Count; i++) _positions.TryAdd(order[i], i);
    }

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => false;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        if (FirstPosted(context.Enabled) is { } posted)
        {
            _namer.Take(context.Enabled[posted]);
            return Decision.Run.Of(posted);
        }

        var (best, bestPosition) = (0, Position(context.Enabled[0]));
        for (var i = 1; i < context.Enabled.Count; i++)
        {
            var position = Position(context.Enabled[i]);
            if (position < bestPosition) (best, bestPosition) = (i, position);
        }

        if (_waitsForTime && WaitingBefore(bestPosition, context) is { } waiting) return new Decision.WaitFor(waiting);
        var chosen = context.Enabled[best];
        if (_positions.TryGetValue(_namer.Take(chosen), out var known))
        {
            _lastDone[chosen.OperationKey] = known;
            _done.Add(known);
        }
        return Decision.Run.Of(best);
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => false;

    /// <inheritdoc/>
    public void OperationFinished(int operation)
    {
    }

    // As where a pinned schedule is followed: continuations of framework code run as they come.
    private static int? FirstPosted(IReadOnlyList<StepDescription> enabled)
    {
        for (var i = 0; i < enabled.Count; i++)
        {
            if (!Pinning.IsDecision(enabled[i])) return i;
        }

        return null;
    }

    // The request of the first step that stands before this position, has not run, and is still to come: its key is its number.
    private int? WaitingBefore(int position, in DecisionContext context)
    {
        while (_first < _order.Count && _done.Contains(_first)) _first++;
        for (var i = _first; i < Math.Min(position, _order.Count); i++)
        {
            if (_done.Contains(i) || _order[i].Operation > int.MaxValue) continue;
            var request = (int)_order[i].Operation;
            if (context.BlockedOn(request) is BlockedOn.Timer or BlockedOn.Outside) return request;
        }

        return null;
    }

    private int Position(StepDescription step) =>
        _positions.TryGetValue(_namer.NameOf(step), out var position) ? position : _lastDone.GetValueOrDefault(step.OperationKey, -1);
}
