using System.Collections.Immutable;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Enumerates the orders around one order, nearest first: those that one swap of adjacent steps makes, then two, and so on.</summary>
/// <remarks>
/// Only swaps that the run could have made are tried: of two adjacent steps of different operations, the second must have been enabled when the
/// first ran. What a swap leads to is known when it has run, so each trace is handed back (<see cref="Add"/>). Within one distance, steps that
/// touch one resource swap first, then steps whose calls can conflict at all. Iterative context bounding (Musuvathi and Qadeer, PLDI 2007) bounds
/// preemptions from scratch; here the distance is from what production did.
/// </remarks>
public sealed class Neighbourhood
{
    private const int SameResource = 0;
    private const int Related = 1;
    private const int Unrelated = 2;
    private readonly PriorityQueue<OrderCandidate, (int Distance, int Rank, int Sequence)> _queue = new();
    private readonly HashSet<ulong> _seen = [];
    private readonly int _distanceMax;
    private int _sequence;

    /// <summary>The orders within <paramref name="distanceMax"/> swaps of one.</summary>
    public Neighbourhood(int distanceMax = int.MaxValue) => _distanceMax = distanceMax;

    /// <summary>Whether all orders that are known were taken.</summary>
    public bool IsExhausted => _queue.Count == 0;

    /// <summary>Hands in what a candidate, or the first order of all, came to: its neighbours become candidates.</summary>
    /// <param name="trace">The run.</param>
    /// <param name="distance">The candidate's distance; 0 for the first.</param>
    public void Add(IReadOnlyList<TracedStep> trace, int distance)
    {
        ArgumentNullException.ThrowIfNull(trace);
        // Continuations of framework code may come from real threads at any time: they are nobody's to swap.
        trace = [.. trace.Where(static step => Pinning.IsDecision(step.Step))];
        var order = trace.Select(static step => step.Name).ToImmutableArray();
        _seen.Add(HashOf(order));
        if (distance >= _distanceMax) return;
        for (var i = 0; i + 1 < trace.Count; i++)
        {
            if (CanSwap(trace[i], trace[i + 1])) Enqueue(Swap(order, i), distance + 1, RankOf(trace[i].Step, trace[i + 1].Step));
        }
    }

    /// <summary>Takes the nearest order that was not tried.</summary>
    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out OrderCandidate? candidate) => _queue.TryDequeue(out candidate, out _);

    /// <summary>Names an order: equal for equal orders.</summary>
    public static ulong HashOf(IEnumerable<StepName> order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var hash = StableHash.Empty;
        foreach (var name in order) hash = StableHash.Mix(hash, name.Hash);
        return hash;
    }

    private void Enqueue(ImmutableArray<StepName> order, int distance, int rank)
    {
        if (_seen.Add(HashOf(order))) _queue.Enqueue(new OrderCandidate(order, distance), (distance, rank, _sequence++));
    }

    private static bool CanSwap(TracedStep first, TracedStep second) =>
        first.Name.Operation != second.Name.Operation && first.Others.Contains(second.Name);

    private static ImmutableArray<StepName> Swap(ImmutableArray<StepName> order, int index)
    {
        var swapped = order.ToBuilder();
        (swapped[index], swapped[index + 1]) = (swapped[index + 1], swapped[index]);
        return swapped.MoveToImmutable();
    }

    private static int RankOf(StepDescription first, StepDescription second)
    {
        if (first.Resource != 0 && first.Resource == second.Resource) return SameResource;
        return IsApart(first, second) ? Unrelated : Related;
    }

    // Two calls on different resources commute, as far as the calls themselves go.
    private static bool IsApart(StepDescription first, StepDescription second) =>
        first.Kind == StepKind.Call && second.Kind == StepKind.Call && first.Resource != 0 && second.Resource != 0
        && first.Point != PointKind.Outside && second.Point != PointKind.Outside;
}
