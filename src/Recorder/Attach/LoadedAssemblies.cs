using System.Collections.Immutable;

namespace ReplayKit.Recorder.Attach;

/// <summary>The assembly files of a target, collected while it runs: when it has ended, the system tells nothing of it any more.</summary>
/// <param name="process">The target.</param>
public sealed class LoadedAssemblies(DotnetProcess process)
{
    private const int TicksBetweenMax = 32;

    private ImmutableArray<string> _seen = process is { IsVisible: true, ResumeAsync: not null } ? LoadedFiles.OfBuild(process.ProcessId) : [];
    private int _ticks;
    private int _nextLook = 1;

    /// <summary>Looks again.</summary>
    /// <returns>Full paths of what was ever seen; empty for a process whose files cannot be seen from here.</returns>
    public ImmutableArray<string> Look()
    {
        if (process.IsVisible) _seen = [.. _seen.Union(LoadedFiles.Assemblies(process.ProcessId), StringComparer.Ordinal)];
        return _seen;
    }

    /// <summary>To be called now and then: looks often at first, when a process loads most of what it ever will, and seldom later.</summary>
    public void Tick()
    {
        if (++_ticks < _nextLook) return;
        _nextLook = _ticks + Math.Min(_ticks, TicksBetweenMax);
        Look();
    }
}
