using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Races;

/// <summary>Finds accesses of one location that nothing orders, over one run.</summary>
/// <remarks>
/// Flanagan, Freund: FastTrack: efficient and precise dynamic race detection, PLDI 2009. The last write of a location is kept as one epoch.
/// Reads are kept as a list of those that nothing orders, and not as a clock, since each is to be reported with its source line. A flow's number is
/// taken again by what comes after everything that the flow did, so that clocks stay as short as there were flows at once.
/// </remarks>
public sealed class RaceDetector
{
    private readonly List<Flow> _flows = [];
    private readonly Dictionary<LocationKey, FieldShadow> _shadows = [];
    private readonly Dictionary<object, VectorClock> _syncs = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(string Field, CodeSite One, CodeSite Other)> _known = [];
    private readonly List<DataRace> _races = [];
    private readonly VectorClock _anything = new();
    private readonly VectorClock _published = new();
    private readonly VectorClock _atomics = new();
    private readonly VectorClock _unnamedAtomics = new();

    /// <summary>The races so far, one for each pair of places.</summary>
    public IReadOnlyList<DataRace> Races => _races;

    /// <summary>Notes how far a flow has come, for what it started or what is to go on.</summary>
    public static Origin Fork(Flow flow)
    {
        var origin = new Origin(flow.Clock.Copy());
        flow.Clock[flow.Number]++;
        return origin;
    }

    /// <summary>Begins a stack that comes after its origin; null for what comes after everything so far.</summary>
    public Flow Begin(Origin? origin)
    {
        var clock = origin is null ? Everything() : origin.Clock.Copy();
        clock.Join(_published);
        var flow = _flows.Find(flow => !flow.IsBusy && flow.LastUsed <= clock[flow.Number]);
        if (flow is null) _flows.Add(flow = new Flow(_flows.Count));
        var epoch = Math.Max(flow.Epoch, clock[flow.Number]) + 1;
        flow.Clock = clock;
        flow.Clock[flow.Number] = epoch;
        flow.IsBusy = true;
        return flow;
    }

    /// <summary>The stack of a flow is over.</summary>
    public void End(Flow flow)
    {
        ReleaseTo(_anything, flow);
        flow.IsBusy = false;
    }

    /// <summary>What the flow did so far happens before what follows an <see cref="Acquire"/> of the same object.</summary>
    public void Release(Flow flow, object sync)
    {
        _anything.Join(flow.Clock);
        ReleaseTo(SyncOf(sync), flow);
    }

    /// <summary>See <see cref="Release"/>.</summary>
    public void Acquire(Flow flow, object sync)
    {
        if (_syncs.TryGetValue(sync, out var known)) flow.Clock.Join(known);
    }

    /// <summary>Comes after everything that was released so far, whatever it was.</summary>
    public void AcquireAnything(Flow flow) => flow.Clock.Join(_anything);

    /// <summary>What the flow did so far happens before whatever any flow does next: nobody uses a type before it is initialised.</summary>
    public void Publish(Flow flow)
    {
        ReleaseTo(_published, flow);
        foreach (var other in _flows) other.Clock.Join(_published);
    }

    /// <summary>Whether something was released to this object.</summary>
    public bool IsKnown(object sync) => _syncs.ContainsKey(sync);

    /// <summary>An atomic access: it orders, by itself or with the accesses around it.</summary>
    public void Atomic(Flow flow, Location? location, MemoryUse use, Func<SeenAccess> access)
    {
        var shadow = location is { } known ? ShadowOf(known) : null;
        if (use is not (MemoryUse.AtomicWrite or MemoryUse.VolatileWrite))
        {
            flow.Clock.Join(shadow is null ? _atomics : shadow.Sync);
            flow.Clock.Join(_unnamedAtomics);
        }

        if (location is { } where) Access(flow, where, access());
        if (use is MemoryUse.AtomicRead or MemoryUse.VolatileRead) return;
        _atomics.Join(flow.Clock);
        ReleaseTo(shadow is null ? _unnamedAtomics : shadow.Sync, flow);
    }

    /// <summary>An access.</summary>
    public void Access(Flow flow, Location location, SeenAccess access)
    {
        var shadow = ShadowOf(location);
        // Who reads what others exchange follows the reference that it got: to what was written before the exchange.
        if (!access.Kind.IsWrite) flow.Clock.Join(shadow.Sync);
        flow.LastUsed = flow.Epoch;
        foreach (var place in shadow.Overlapping(location.Part))
        {
            foreach (var earlier in place.RacesWith(access, flow.Clock)) Report(location, earlier, access);
        }

        shadow.Of(location.Part).Add(access, flow.Clock);
    }

    private void Report(Location location, SeenAccess earlier, SeenAccess later)
    {
        if (_known.Contains((location.Field, later.Site, earlier.Site)) || !_known.Add((location.Field, earlier.Site, later.Site))) return;
        _races.Add(new DataRace(location.Field, Side(earlier), Side(later)));
    }

    private static RaceAccess Side(SeenAccess access) => new(access.Site, access.Operation, access.Kind.IsWrite);

    private VectorClock Everything()
    {
        var clock = new VectorClock();
        foreach (var flow in _flows)
        {
            clock.Join(flow.Clock);
            // What it does from here on is not part of it.
            flow.Clock[flow.Number]++;
        }

        return clock;
    }

    private static void ReleaseTo(VectorClock sync, Flow flow)
    {
        sync.Join(flow.Clock);
        flow.Clock[flow.Number]++;
    }

    private VectorClock SyncOf(object sync)
    {
        if (!_syncs.TryGetValue(sync, out var clock)) _syncs.Add(sync, clock = new VectorClock());
        return clock;
    }

    private FieldShadow ShadowOf(Location location)
    {
        var key = new LocationKey(location);
        if (!_shadows.TryGetValue(key, out var shadow)) _shadows.Add(key, shadow = new FieldShadow());
        return shadow;
    }
}
