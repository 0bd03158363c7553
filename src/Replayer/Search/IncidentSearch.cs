using ReplayKit.Replayer.Plan;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Search;

/// <summary>The schedules that an incident is tried with: the pinned one, or the recorded order, first; then outward from it, and other strategies in between.</summary>
/// <remarks>
/// Once the nearest orders were tried, the neighbourhood and the other strategies take turns, so that a bug that production's sketch is far from is found as
/// well. The neighbourhood holds every schedule there is, so the search is at its end when that is.
/// </remarks>
public sealed class IncidentSearch : IReplaySearch
{
    private const int NearDistance = 2;
    private readonly SearchScope _scope;
    private readonly OtherStrategies _others;
    private SwapTree _tree;
    private SwapCandidate? _candidate;
    private TracingScheduler? _tracing;
    private DecisionsOnlyScheduler? _decisions;
    private bool _isMisfit;
    private int _farthest;
    private int _attempt;

    /// <summary>A search that has tried nothing.</summary>
    /// <param name="seed">Where chance decides.</param>
    /// <param name="pinned">A schedule to begin with; null to begin with the recorded order.</param>
    public IncidentSearch(ulong seed, PinnedSchedule? pinned = null)
        : this(new SearchScope { Seed = seed, Pinned = pinned })
    {
    }

    /// <summary>A search that has tried nothing.</summary>
    /// <param name="scope">What it tries.</param>
    public IncidentSearch(SearchScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _scope = scope;
        _tree = new SwapTree(scope.Around);
        _others = new OtherStrategies(scope.Seed, scope.Around.Shard);
        Pin = scope.Pinned is null ? PinUse.None : PinUse.Exact;
    }

    /// <inheritdoc/>
    public PinUse Pin { get; private set; }

    /// <summary>Whether there is nothing left to try: the pinned schedule fits, or all schedules were tried that there are.</summary>
    public bool IsExhausted => HasTriedAll || (_attempt > 0 && !_isMisfit && Pin == PinUse.Exact && _scope.EndsWithPin);

    /// <summary>Whether all schedules were tried that there are, as far as this part of the search goes.</summary>
    public bool HasTriedAll => _attempt > 0 && !_isMisfit && _tree.WaitingCount == 0;

    /// <inheritdoc/>
    public string Description { get; private set; } = "";

    /// <inheritdoc/>
    public IReadOnlyList<TracedStep> Trace => _tracing?.Trace ?? [];

    /// <summary>The schedule around the first one that was tried last; null when another strategy chose.</summary>
    public SwapCandidate? Candidate => _candidate;

    /// <summary>Whether the last attempt was the schedule that it was to be; null when another strategy chose it.</summary>
    public SwapResult? Followed { get; private set; }

    /// <summary>Whether that schedule belongs to this part of the search.</summary>
    public bool IsOwn => _candidate is { IsForeign: false } candidate && (candidate.LastPosition >= 0 || _tree.OwnsRoot);

    /// <summary>How many schedules around the first one are known and were not tried.</summary>
    public int WaitingCount => _tree.WaitingCount;

    /// <summary>Steps that could not be told from another one beside them, and so were not swapped.</summary>
    public int AmbiguousCount => _tree.AmbiguousCount;

    /// <inheritdoc/>
    public IScheduler NextAttempt(ReplayPlan plan, BuildCatalog build, out IPlanFollower follower)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _attempt++;
        var requests = plan.Requests.Select(static request => request.Number).ToList();
        if (_attempt == 1) _tree = new SwapTree(_scope.Around, plan);
        if (_attempt == 1 && _scope.Pinned is null)
        {
            var sketch = new SketchScheduler(plan, build);
            (_candidate, Description) = (SwapCandidate.Root, "the recorded order");
            follower = sketch;
            return _tracing = new TracingScheduler(new SettledScheduler(sketch, requests), requests);
        }

        var chosen = new SettledScheduler(_scope.Pinned is null ? Choose() : ChoosePinned(plan, build), requests);
        var observer = new SketchObserver(chosen, plan, build);
        follower = observer;
        return _tracing = new TracingScheduler(observer, requests);
    }

    /// <inheritdoc/>
    public void Ran(bool isMisfit)
    {
        Followed = null;
        if (_tracing is null) return;
        _isMisfit = isMisfit;
        if (isMisfit)
        {
            Pin = PinUse.ReAnchored;
            return;
        }

        if (_candidate is null) _others.Ran(_decisions!.DecisionCount);
        else Followed = _tree.Add(_candidate, _tracing.Trace);
    }

    private IScheduler ChoosePinned(ReplayPlan plan, BuildCatalog build)
    {
        if (_attempt == 1)
        {
            (_candidate, Description) = (SwapCandidate.Root, "the pinned schedule");
            return new PinnedIncidentScheduler(_scope.Pinned!);
        }

        if (Pin == PinUse.Exact) return Choose();
        if (_attempt == 2)
        {
            (_candidate, Description) = (SwapCandidate.Root, "the pinned schedule, re-anchored in this build");
            return new SketchScheduler(Pinning.ReAnchor(_scope.Pinned!, plan, build), build);
        }

        Pin = PinUse.SearchedNearby;
        return Choose();
    }

    private IScheduler Choose()
    {
        var isOthersTurn = _scope.TriesOthers && _farthest > NearDistance && _attempt % 2 == 0;
        if (!isOthersTurn && _tree.TryTake(out _candidate))
        {
            _farthest = Math.Max(_farthest, _candidate.Swaps);
            Description = $"{_candidate.Swaps} swap{(_candidate.Swaps == 1 ? "" : "s")} from {(_scope.Pinned is null ? "the recorded order" : "the pinned schedule")}";
            return new SwapScheduler(_candidate, _tree.Reference, waitsForTime: true);
        }

        _candidate = null;
        _decisions = new DecisionsOnlyScheduler(_others.Take(out var description));
        Description = description;
        return _decisions;
    }
}
