using ReplayKit.Replayer.Plan;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>The schedules that an incident is tried with: the recorded order first, then outward from it, then by chance.</summary>
/// <remarks>
/// Attempts alternate once the nearest orders were tried: the neighbourhood goes on outward, and every other attempt is one of partial order sampling
/// or of PCT, so that a bug that production's sketch is far from is found as well.
/// </remarks>
public sealed class IncidentSearch
{
    private const int NearDistance = 2;
    private const int PctDepth = 3;
    private readonly Neighbourhood _neighbourhood = new();
    private readonly ulong _seed;
    private TracingScheduler? _tracing;
    private int _distance;
    private int _farthest;
    private int _attempt;
    private int _stepCountMax;

    /// <summary>A search that has tried nothing.</summary>
    /// <param name="seed">Where chance decides.</param>
    public IncidentSearch(ulong seed) => _seed = seed;

    /// <summary>Whether there is nothing left to try: the recording has one order only.</summary>
    public bool IsExhausted => _attempt > 0 && _neighbourhood.IsExhausted && _farthest <= NearDistance;

    /// <summary>How the attempt that was taken last was chosen, in a few words.</summary>
    public string Description { get; private set; } = "";

    /// <summary>A scheduler for the next attempt.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="build">The local build.</param>
    /// <param name="follower">What knows how it compares with the plan.</param>
    public IScheduler Next(ReplayPlan plan, BuildCatalog build, out IPlanFollower follower)
    {
        _attempt++;
        if (_attempt == 1)
        {
            var sketch = new SketchScheduler(plan, build);
            (_distance, Description) = (0, "the recorded order");
            follower = sketch;
            return _tracing = new TracingScheduler(sketch);
        }

        var observer = new SketchObserver(_tracing = new TracingScheduler(Choose()), plan, build);
        follower = observer;
        return observer;
    }

    /// <summary>Tells that the attempt that was taken last ran.</summary>
    public void Ran()
    {
        if (_tracing is null) return;
        _stepCountMax = Math.Max(_stepCountMax, _tracing.Trace.Length);
        if (_distance >= 0) _neighbourhood.Add(_tracing.Trace, _distance);
    }

    private IScheduler Choose()
    {
        var isByChance = _farthest > NearDistance && _attempt % 2 == 0;
        if (!isByChance && _neighbourhood.TryTake(out var candidate))
        {
            _farthest = candidate.Distance;
            (_distance, Description) = (candidate.Distance, $"{candidate.Distance} swap{(candidate.Distance == 1 ? "" : "s")} from the recorded order");
            return new OrderScheduler(candidate.Order, waitsForTime: true);
        }

        if (!isByChance) _farthest = Math.Max(_farthest, NearDistance + 1);
        _distance = -1;
        var seed = _seed + (ulong)_attempt;
        Description = $"by chance (seed {seed})";
        return (_attempt & 4) == 0 ? new PosScheduler(seed) : new PctScheduler(seed, PctDepth, _stepCountMax);
    }
}
