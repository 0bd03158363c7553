using System.Diagnostics.CodeAnalysis;
using ReplayKit.Replayer.Plan;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Enumerates the schedules around one order, each once: the order itself, then those that one swap of steps of different operations makes, then two, and so on.</summary>
/// <remarks>
/// A schedule is named by the decisions at which it leaves the order, and has one parent: the one without the last of them. What could run at a decision is
/// known when a run came to it, so each trace is handed back (<see cref="Add"/>), and what branches off behind its last deviation becomes known. Nothing is
/// enumerated twice, so nothing has to be remembered, and parts of the tree can be taken by different machines. Emmi, Qadeer, Rakamarić (Delay-bounded scheduling, POPL 2011)
/// bound deviations from a fixed scheduler in this way; here the scheduler is what production did, and a deviation costs as many swaps as it overtakes steps.
/// Without a bound, independent steps can be left in one order by sleep sets (see <see cref="SwapScheduler"/>). A bound would lose schedules that way.
/// </remarks>
public sealed class SwapTree
{
    // Whose the schedules below are is settled where their first deviations are known: each part runs the inner ones all the same.
    private const int SharedDepth = 2;
    private readonly SwapOptions _options;
    private readonly ReplayPlan? _plan;
    private readonly PriorityQueue<SwapCandidate, (int Order, int Rank, int Sequence)> _queue = new();
    private SwapReference? _reference;
    private int _sequence;

    /// <summary>A tree of which the order in the middle is not known yet: it is that of the first trace.</summary>
    /// <param name="options">Which schedules it holds.</param>
    /// <param name="plan">Tells what overlapped in production: such steps swap first. Null where there is none.</param>
    public SwapTree(SwapOptions? options = null, ReplayPlan? plan = null)
    {
        _options = options ?? new SwapOptions();
        _plan = plan;
        if (_options.OnlyConflicts && _options.SwapsMax != int.MaxValue) throw new ArgumentException("Sleep sets lose schedules where swaps are bounded.", nameof(options));
    }

    /// <summary>The order in the middle.</summary>
    /// <exception cref="InvalidOperationException">No trace came yet.</exception>
    public SwapReference Reference => _reference ?? throw new InvalidOperationException("The order in the middle has not run yet.");

    /// <summary>How many schedules are known and were not taken.</summary>
    public int WaitingCount => _queue.Count;

    /// <summary>Steps that could not be told from another one beside them, and so were not swapped.</summary>
    public int AmbiguousCount { get; private set; }

    /// <summary>Whether the order in the middle belongs to this part of the search.</summary>
    public bool OwnsRoot => _options.Shard.Owns(SwapCandidate.Root.Hash);

    /// <summary>Takes a schedule that was not tried.</summary>
    public bool TryTake([NotNullWhen(true)] out SwapCandidate? candidate) => _queue.TryDequeue(out candidate, out _);

    /// <summary>Hands in what a candidate came to.</summary>
    /// <param name="candidate">The candidate; the first one is <see cref="SwapCandidate.Root"/>.</param>
    /// <param name="trace">The run.</param>
    /// <returns>Whether it is the schedule that the candidate names.</returns>
    public SwapResult Add(SwapCandidate candidate, IReadOnlyList<TracedStep> trace)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(trace);
        var steps = trace.Where(static step => Pinning.IsDecision(step.Step)).ToList();
        _reference ??= new SwapReference(steps, _plan);
        var walk = new SwapWalk(candidate, _reference);
        for (var i = 0; i < steps.Count; i++)
        {
            if (i == candidate.LastPosition && !walk.Arrives(steps[i])) return walk.HasDrifted ? SwapResult.Drifted : SwapResult.Impossible;
            if (i > candidate.LastPosition)
            {
                if (_options.OnlyConflicts && walk.Sleeping.Contains(steps[i].Name)) return SwapResult.Redundant;
                Branch(walk, steps[i], i);
            }

            walk.Take(steps[i]);
        }

        return steps.Count > candidate.LastPosition ? SwapResult.Followed : SwapResult.Drifted;
    }

    /// <summary>Names the schedule of a run: equal for equal decisions.</summary>
    public static ulong HashOf(IEnumerable<TracedStep> trace) =>
        HashOf(trace.Where(static step => Pinning.IsDecision(step.Step)).Select(static step => step.Name));

    /// <summary>Names an order: equal for equal orders.</summary>
    public static ulong HashOf(IEnumerable<StepName> order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var hash = StableHash.Empty;
        foreach (var name in order) hash = StableHash.Mix(hash, name.Hash);
        return hash;
    }

    private void Branch(SwapWalk walk, TracedStep step, int position)
    {
        var (names, described) = Alternatives(step);
        var enabled = new List<StepName> { step.Name };
        enabled.AddRange(names);
        var tried = new List<(StepName Name, StepDescription Step)> { (step.Name, step.Step) };
        for (var i = 0; i < names.Count; i++)
        {
            if (_options.OnlyConflicts && walk.Sleeping.Contains(names[i])) continue;
            var sleeping = _options.OnlyConflicts ? walk.SleepingBeside(described[i], tried, step) : [];
            Enqueue(walk.To(new Deviation(position, names[i]), walk.Progress.SwapsFor(names[i], enabled)) with { Sleeping = sleeping }, RankOf(step, names[i], described[i]));
            tried.Add((names[i], described[i]));
        }

        foreach (var request in step.Late)
        {
            if (walk.Progress.NextOf((ulong)request) is not { } late || enabled.Contains(late)) continue;
            Enqueue(walk.To(new Deviation(position, late), walk.Progress.SwapsFor(late, enabled)) with { IsLate = true }, SwapRank.Of(_reference!.Overlapped(step.Name, late)));
        }
    }

    private (List<StepName> Names, List<StepDescription> Steps) Alternatives(TracedStep step)
    {
        var names = new List<StepName>();
        var steps = new List<StepDescription>();
        for (var i = 0; i < step.Others.Length; i++)
        {
            if (!Pinning.IsDecision(step.OtherSteps[i])) continue;
            if (step.Others[i] == step.Name || names.Contains(step.Others[i])) AmbiguousCount++;
            else
            {
                names.Add(step.Others[i]);
                steps.Add(step.OtherSteps[i]);
            }
        }

        return (names, steps);
    }

    private int RankOf(TracedStep step, StepName other, StepDescription described) => SwapRank.Of(step.Step, described, _reference!.Overlapped(step.Name, other));

    private void Enqueue(SwapCandidate child, int rank)
    {
        if (child.Swaps > _options.SwapsMax) return;
        if (child.Deviations.Length <= SharedDepth && !_options.Shard.Owns(child.Hash))
        {
            // What branches off behind so many deviations belongs where they do.
            if (child.Deviations.Length == SharedDepth || child.Swaps == _options.SwapsMax) return;
            child = child with { IsForeign = true };
        }
        else child = child with { IsForeign = false };

        _queue.Enqueue(child, (_options.IsDepthFirst ? -child.Deviations.Length : child.Swaps, rank, _sequence++));
    }
}
