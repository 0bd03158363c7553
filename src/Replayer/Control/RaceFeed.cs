using ReplayKit.Hooks;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Races;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Control;

/// <summary>Tells a race detector what of a run orders what: which stack started which, which task was completed by which.</summary>
/// <remarks>
/// A task is complete at the step that completed it, which is seen when the step ends. Tasks that come after several others (those of WhenAll), and
/// awaits that find something complete without having waited for it, come after everything that was released before them: too much order hides a
/// race in one schedule, which others show; too little would report one in a program that is right.
/// </remarks>
internal sealed class RaceFeed : IStepObserver
{
    private readonly RaceDetector _detector = new();
    private readonly List<Task> _incomplete = [];
    private readonly HashSet<Task> _watched = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (CodeSite Site, string Field, string Part)> _sites = new(ReferenceEqualityComparer.Instance);
    private Execution.Execution? _current;

    /// <summary>The races so far.</summary>
    public IReadOnlyList<DataRace> Races => _detector.Races;

    private Flow? Flow => _current?.Observed as Flow;

    public void Made(Strand strand, Execution.Execution? by)
    {
        if (strand.Task is { } task) Watch(task);
        if (ComesAfterItsMaker(strand.Description) && by?.Observed is Flow flow) strand.Observed = RaceDetector.Fork(flow);
    }

    public void Begins(Strand strand, Execution.Execution execution)
    {
        _current = execution;
        TakeComplete(null);
        if (execution.Observed is Flow) return;
        var flow = _detector.Begin(strand.Observed as Origin);
        execution.Observed = flow;
        if (strand.Pending is null || strand.Observed is null) return;
        if (strand.Task is { } task) AcquireTask(flow, task);
        else _detector.AcquireAnything(flow);
    }

    public void Ends(Execution.Execution execution)
    {
        if (execution.Observed is not Flow flow) return;
        TakeComplete(flow);
        if (execution.IsOver) _detector.End(flow);
        _current = null;
    }

    public void Released(object sync)
    {
        if (Flow is { } flow) _detector.Release(flow, sync);
    }

    public void Acquired(object sync)
    {
        if (Flow is not { } flow) return;
        if (sync is Task task) AcquireTask(flow, task);
        else if (IsGivenElsewhereToo(sync) && !_detector.IsKnown(sync)) _detector.AcquireAnything(flow);
        else _detector.Acquire(flow, sync);
    }

    /// <summary>Something was found complete that nothing is known of.</summary>
    public void AcquiredAnything()
    {
        if (Flow is { } flow) _detector.AcquireAnything(flow);
    }

    /// <summary>The current stack did something that comes before whatever anybody does next.</summary>
    public void Published()
    {
        if (Flow is { } flow) _detector.Publish(flow);
    }

    public void Access(object? target, nint index, MemoryUse use, string site)
    {
        if (Flow is not { } flow || use is MemoryUse.Address or MemoryUse.AtomicNext) return;
        var where = Known(site);
        SeenAccess Seen(bool isWrite, bool isAtomic) => new(flow.Number, flow.Epoch, new AccessKind(isWrite, isAtomic), where.Site, _current!.Operation.Number);
        var isShared = use is MemoryUse.ShareRead or MemoryUse.ShareWrite;
        Location? location = target is null ? null
            : isShared ? new Location(target, -1, target.GetType().Name.Split('`')[0], "")
            : new Location(target, index, where.Field, where.Part);
        switch (use)
        {
            case MemoryUse.VolatileRead or MemoryUse.AtomicRead:
                _detector.Atomic(flow, location, use, () => Seen(isWrite: false, isAtomic: true));
                break;
            case MemoryUse.VolatileWrite or MemoryUse.AtomicWrite or MemoryUse.AtomicUpdate:
                _detector.Atomic(flow, location, use, () => Seen(isWrite: true, isAtomic: true));
                break;
            default:
                if (location is { } plain) _detector.Access(flow, plain, Seen(use is MemoryUse.Write or MemoryUse.ShareWrite, isAtomic: false));
                break;
        }
    }

    private void AcquireTask(Flow flow, Task task)
    {
        if ((_watched.Contains(task) || _detector.IsKnown(task)) && !ComesAfterSeveral(task)) _detector.Acquire(flow, task);
        else _detector.AcquireAnything(flow);
    }

    private void Watch(Task task)
    {
        if (!task.IsCompleted && _watched.Add(task)) _incomplete.Add(task);
    }

    // Between two steps only the clock completes something, which orders nothing.
    private void TakeComplete(Flow? by)
    {
        for (var i = _incomplete.Count - 1; i >= 0; i--)
        {
            if (!_incomplete[i].IsCompleted) continue;
            if (by is not null) _detector.Release(by, _incomplete[i]);
            _incomplete.RemoveAt(i);
        }
    }

    private (CodeSite Site, string Field, string Part) Known(string site)
    {
        if (_sites.TryGetValue(site, out var known)) return known;
        var parsed = CodeSite.Parse(site);
        var end = parsed.What.IndexOf(':', StringComparison.Ordinal);
        known = end < 0 ? (parsed, parsed.What, "") : (parsed, parsed.What[..end], parsed.What[end..]);
        _sites.Add(site, known);
        return known;
    }

    // What queues a continuation is whoever completes its task: who made it is not known any more.
    private static bool ComesAfterItsMaker(StepDescription step) => step.Kind switch
    {
        StepKind.Resumption => true,
        StepKind.Start => step.Call is { } call && !call.What.Contains(".Continue", StringComparison.Ordinal),
        _ => false,
    };

    // The framework gives these signals itself: the handle of a token or of a slim event, a source that is linked to others, a handle for when a timer is quiet.
    private static bool IsGivenElsewhereToo(object sync) => sync is EventWaitHandle or CancellationTokenSource;

    private static bool ComesAfterSeveral(Task task)
    {
        var name = task.GetType().Name;
        return name.Contains("Promise", StringComparison.Ordinal) && !name.StartsWith("Unwrap", StringComparison.Ordinal);
    }
}
