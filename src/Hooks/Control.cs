namespace ReplayKit.Hooks;

/// <summary>The one slot that holds what controls woven code. Empty by default: woven code then behaves as written.</summary>
public static class Control
{
    private static Installation? _installed;

    /// <summary>The installed control, when it controls the calling thread; else null.</summary>
    public static IControl? Current
    {
        get
        {
            var installed = Volatile.Read(ref _installed)?.Control;
            return installed is { IsInControl: true } ? installed : null;
        }
    }

    /// <summary>Whether memory accesses are watched. Woven code asks before each of them: one load and one branch where nothing is installed.</summary>
    internal static bool WatchesMemory => Volatile.Read(ref _installed) is { Memory: not null };

    /// <summary>What watches the accesses of the calling thread; null when nothing does.</summary>
    internal static IMemoryWatch? Memory => Volatile.Read(ref _installed) is { Memory: { } memory, Control.IsInControl: true } ? memory : null;

    /// <summary>Installs <paramref name="control"/> until the result is disposed.</summary>
    /// <exception cref="InvalidOperationException">Another control is installed: two runs in one process cannot overlap.</exception>
    public static IDisposable Install(IControl control)
    {
        ArgumentNullException.ThrowIfNull(control);
        var installation = new Installation(control);
        if (Interlocked.CompareExchange(ref _installed, installation, null) is not null)
            throw new InvalidOperationException("Another replay runs in this process. Replays cannot overlap: run them one after the other.");
        return installation;
    }

    private sealed class Installation(IControl control) : IDisposable
    {
        public IControl Control { get; } = control;

        public IMemoryWatch? Memory { get; } = control.Memory;

        // The same control may have been installed again since: that is another installation.
        public void Dispose() => Interlocked.CompareExchange(ref _installed, null, this);
    }
}
