using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Control;

/// <summary>Makes memory accesses scheduling points, and tells a race detector and a log of them.</summary>
internal sealed class MemoryWatch(IControl control, MemorySetup setup) : IMemoryWatch
{
    public void Access(object? target, nint index, MemoryUse use, string site)
    {
        if (IsPoint(index, use)) control.Point(KindOf(use), target, site);
        setup.Races?.Access(target, index, use, site);
        setup.Accesses?.Memory(target, index, use, site);
    }

    private bool IsPoint(nint index, MemoryUse use) =>
        setup.Points != MemoryPoints.Off && (setup.Points == MemoryPoints.All || index < 0) && use is not (MemoryUse.AtomicRead or MemoryUse.AtomicWrite or MemoryUse.AtomicUpdate);

    private static PointKind KindOf(MemoryUse use) => use switch
    {
        MemoryUse.Read => PointKind.Read,
        MemoryUse.Write or MemoryUse.Address => PointKind.Write,
        MemoryUse.ShareRead or MemoryUse.ShareWrite => PointKind.Share,
        _ => PointKind.Atomic,
    };
}
