using System.Collections.Immutable;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Search;

namespace ReplayKit.Replayer.Minimising;

/// <summary>The order of a run, taken apart: the steps of each request by themselves, and the places where control left one that was to go on.</summary>
/// <remarks>
/// Orders with fewer switches are made by leaving preemptions out, so that each is one that a person can follow: a request runs until it ends or is
/// preempted. Jalbert, Sen: A trace simplification technique for effective debugging of concurrent programs, FSE 2010, move blocks of a trace in the
/// same spirit.
/// </remarks>
public sealed class SwitchedOrder
{
    private readonly ImmutableArray<TracedStep> _steps;

    /// <summary>The order of a run. Continuations of framework code are nobody's to move.</summary>
    /// <param name="trace">What the run decided.</param>
    public SwitchedOrder(IEnumerable<TracedStep> trace)
    {
        _steps = [.. trace.Where(static step => Pinning.IsDecision(step.Step))];
        Preemptions = [.. Enumerable.Range(0, Math.Max(0, _steps.Length - 1)).Where(IsPreempted).Select(position => new Preemption(position, RequestAt(position + 1)))];
    }

    /// <summary>The steps, in order.</summary>
    public ImmutableArray<TracedStep> Steps => _steps;

    /// <summary>The requests, in the order in which they began.</summary>
    public ImmutableArray<int> Requests => [.. _steps.Select(static step => step.Step.Request).Distinct()];

    /// <summary>Where control left a request that was to go on.</summary>
    public ImmutableArray<Preemption> Preemptions { get; }

    /// <summary>How often control passed from one request to another.</summary>
    public int SwitchCount => Enumerable.Range(1, Math.Max(0, _steps.Length - 1)).Count(position => RequestAt(position) != RequestAt(position - 1));

    /// <summary>How many of the preemptions stand in the middle of a step's code, at a call, and not where it awaits.</summary>
    public int CallPreemptionCount => Preemptions.Count(preemption => NextOf(preemption.Behind) is { } next && _steps[next].Step.Kind == StepKind.Call);

    /// <summary>The names of the steps, in order.</summary>
    public ImmutableArray<StepName> Names => [.. _steps.Select(static step => step.Name)];

    /// <summary>Names an order: equal for equal orders.</summary>
    public static ulong HashOf(IEnumerable<StepName> order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Aggregate(StableHash.Empty, static (hash, name) => StableHash.Mix(hash, name.Hash));
    }

    /// <summary>The order of these requests alone.</summary>
    /// <param name="requests">Their numbers.</param>
    public ImmutableArray<StepName> Of(IReadOnlyCollection<int> requests) =>
        [.. _steps.Where(step => requests.Contains(step.Step.Request)).Select(static step => step.Name)];

    /// <summary>The same steps with these preemptions alone: a request runs until it ends or is preempted.</summary>
    /// <param name="kept">The preemptions.</param>
    /// <param name="turns">Who runs next where a request ended: the first of these that has steps left. Null for who has the earliest step left.</param>
    public ImmutableArray<StepName> With(IEnumerable<Preemption> kept, IReadOnlyList<int>? turns = null) => Arrange(0, kept, turns);

    /// <summary>The first steps as they are; from there on each request runs until it ends.</summary>
    /// <param name="count">How many steps stay.</param>
    /// <param name="turns">See <see cref="With"/>.</param>
    public ImmutableArray<StepName> From(int count, IReadOnlyList<int> turns) => Arrange(count, [], turns);

    /// <summary>A preemption of the same request at the nearest place where it awaits, later or earlier; null when there is none.</summary>
    public Preemption? AtAwait(Preemption preemption, bool isLater)
    {
        var request = RequestAt(preemption.Behind);
        var own = Enumerable.Range(0, _steps.Length).Where(position => RequestAt(position) == request).ToList();
        var places = own.Zip(own.Skip(1)).Where(pair => _steps[pair.Second].Step.Kind != StepKind.Call).Select(static pair => pair.First);
        var found = isLater
            ? places.Where(position => position > preemption.Behind).Select(static position => (int?)position).FirstOrDefault()
            : places.Where(position => position < preemption.Behind).Select(static position => (int?)position).LastOrDefault();
        return found is { } place ? preemption with { Behind = place } : null;
    }

    private ImmutableArray<StepName> Arrange(int fixedCount, IEnumerable<Preemption> kept, IReadOnlyList<int>? turns)
    {
        var leaves = kept.GroupBy(static preemption => preemption.Behind).ToDictionary(static group => group.Key, static group => group.First().To);
        var left = Enumerable.Range(fixedCount, _steps.Length - fixedCount).GroupBy(RequestAt).ToDictionary(static group => group.Key, static group => new Queue<int>(group));
        var order = ImmutableArray.CreateBuilder<StepName>(_steps.Length);
        for (var i = 0; i < fixedCount; i++) order.Add(_steps[i].Name);
        var current = fixedCount > 0 && turns is null ? RequestAt(fixedCount - 1) : Turn(left, turns);
        while (order.Count < _steps.Length)
        {
            if (!HasSteps(left, current)) current = Turn(left, turns);
            var position = left[current].Dequeue();
            order.Add(_steps[position].Name);
            if (leaves.TryGetValue(position, out var to) && HasSteps(left, to)) current = to;
        }

        return order.ToImmutable();
    }

    private static int Turn(Dictionary<int, Queue<int>> left, IReadOnlyList<int>? turns)
    {
        var ready = left.Where(static request => request.Value.Count > 0).ToList();
        if (ready.Count == 0) return 0;
        var earliest = ready.MinBy(static request => request.Value.Peek()).Key;
        return turns?.Select(static request => (int?)request).FirstOrDefault(request => HasSteps(left, request!.Value)) ?? earliest;
    }

    private static bool HasSteps(Dictionary<int, Queue<int>> left, int request) => left.TryGetValue(request, out var steps) && steps.Count > 0;

    private bool IsPreempted(int position) => RequestAt(position) != RequestAt(position + 1) && NextOf(position) is not null;

    private int? NextOf(int position)
    {
        for (var next = position + 1; next < _steps.Length; next++)
        {
            if (RequestAt(next) == RequestAt(position)) return next;
        }

        return null;
    }

    private int RequestAt(int position) => _steps[position].Step.Request;
}
