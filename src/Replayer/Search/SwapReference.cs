using System.Collections.Immutable;
using ReplayKit.Replayer.Plan;

namespace ReplayKit.Replayer.Search;

/// <summary>The order in the middle of a search: that of its first run.</summary>
public sealed class SwapReference
{
    private readonly Dictionary<StepName, int> _positions = [];
    private readonly Dictionary<ulong, List<int>> _byOperation = [];
    private readonly Dictionary<StepName, PlannedStep> _planned = [];

    /// <summary>The order of a run.</summary>
    /// <param name="trace">Its decisions.</param>
    /// <param name="plan">The plan that it carried out; null where there is none.</param>
    public SwapReference(IReadOnlyList<TracedStep> trace, ReplayPlan? plan = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        Order = [.. trace.Select(static step => step.Name)];
        for (var i = 0; i < Order.Length; i++)
        {
            if (!_positions.TryAdd(Order[i], i)) continue;
            if (!_byOperation.TryGetValue(Order[i].Operation, out var own)) _byOperation.Add(Order[i].Operation, own = []);
            own.Add(i);
            if (plan is not null && trace[i].PlanIndex is { } index) _planned[Order[i]] = plan.Steps[index];
        }
    }

    /// <summary>The steps, in order.</summary>
    public ImmutableArray<StepName> Order { get; }

    /// <summary>Where the step stands; null when the order does not know it.</summary>
    internal int? PositionOf(StepName name) => _positions.TryGetValue(name, out var position) ? position : null;

    /// <summary>Where the steps of an operation stand, in order.</summary>
    internal IReadOnlyList<int> PositionsOf(ulong operation) => _byOperation.TryGetValue(operation, out var own) ? own : [];

    /// <summary>Whether production ran the two at the same time, so that the recording does not say which came first.</summary>
    internal bool Overlapped(StepName one, StepName other) =>
        _planned.TryGetValue(one, out var first) && _planned.TryGetValue(other, out var second) && first.BeginNs < second.EndNs && second.BeginNs < first.EndNs;
}
