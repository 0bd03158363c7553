using ReplayKit.Replayer.Plan;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Search;

/// <summary>The schedules that an incident is tried with: the pinned one, or the recorded order, first; then outward from it, then by chance.</summary>
/// <remarks>
/// Attempts alternate once the nearest orders were tried: the neighbourhood goes on outward, and every other attempt is one of partial order sampling
/// or of PCT, so that a bug that production's sketch is far from is found as well.
/// </remarks>
public sealed class IncidentSearch : IReplaySearch
{
    private const int NearDistance = 2;
    private const int PctDepth = 3;
    private readonly Neighbourhood _neighbourhood = new();
    private readonly ulong _seed;
    private readonly PinnedSchedule? _pinned;
    private TracingScheduler? _tracing;
    private bool _isMisfit;
    private int _distance;
    private int _farthest;
    private int _attempt;
    private int _stepCountMax;

    /// <summary>A search that has tried nothing.</summary>
    /// <param name="seed">Where chance decides.</param>
    /// <param name="pinned">A schedule to begin with; null to begin with the recorded order.</param>
    public IncidentSearch(ulong seed, PinnedSchedule? pinned = null)
    {
        _seed = seed;
        _pinned = pinned;
        Pin = pinned is null ? PinUse.None : PinUse.Exact;
    }

    /// <inheritdoc/>
    public PinUse Pin { get; private set; }

    /// <summary>Whether there is nothing left to try: the pinned schedule fits, or no step of a run could change places with another.</summary>
    public bool IsExhausted => _attempt > 0 && (Pin == PinUse.Exact || (_neighbourhood.IsExhausted && _farthest == 0 && !_isMisfit));

    /// <inheritdoc/>
    public string Description { get; private set; } = "";

    /// <inheritdoc/>
    public IReadOnlyList<TracedStep> Trace => _tracing?.Trace ?? [];

    /// <inheritdoc/>
    public IScheduler NextAttempt(ReplayPlan plan, BuildCatalog build, out IPlanFollower follower)
    {
        _attempt++;
        if (_attempt == 1 && _pinned is null)
        {
            var sketch = new SketchScheduler(plan, build);
            (_distance, Description) = (0, "the recorded order");
            follower = sketch;
            return _tracing = new TracingScheduler(sketch);
        }

        var observer = new SketchObserver(_tracing = new TracingScheduler(_pinned is null ? Choose() : ChoosePinned(plan, build)), plan, build);
        follower = observer;
        return observer;
    }

    /// <inheritdoc/>
    public void Ran(bool isMisfit)
    {
        if (_tracing is null) return;
        _isMisfit = isMisfit;
        if (isMisfit)
        {
            Pin = PinUse.ReAnchored;
            return;
        }

        _stepCountMax = Math.Max(_stepCountMax, _tracing.Trace.Length);
        if (_distance >= 0) _neighbourhood.Add(_tracing.Trace, _distance);
    }

    private IScheduler ChoosePinned(ReplayPlan plan, BuildCatalog build)
    {
        if (_attempt == 1)
        {
            Description = "the pinned schedule";
            return new PinnedIncidentScheduler(_pinned!);
        }

        if (_attempt == 2)
        {
            Description = "the pinned schedule, re-anchored in this build";
            return new SketchScheduler(Pinning.ReAnchor(_pinned!, plan, build), build);
        }

        Pin = PinUse.SearchedNearby;
        return Choose();
    }

    private IScheduler Choose()
    {
        var isByChance = _farthest > NearDistance && _attempt % 2 == 0;
        if (!isByChance && _neighbourhood.TryTake(out var candidate))
        {
            _farthest = candidate.Distance;
            (_distance, Description) = (candidate.Distance, $"{candidate.Distance} swap{(candidate.Distance == 1 ? "" : "s")} from {(_pinned is null ? "the recorded order" : "the pinned schedule")}");
            return new OrderScheduler(candidate.Order, waitsForTime: true);
        }

        if (!isByChance) _farthest = Math.Max(_farthest, NearDistance + 1);
        _distance = -1;
        var seed = _seed + (ulong)_attempt;
        Description = $"by chance (seed {seed})";
        return (_attempt & 4) == 0 ? new PosScheduler(seed) : new PctScheduler(seed, PctDepth, _stepCountMax);
    }
}
