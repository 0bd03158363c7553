namespace ReplayKit.Hooks;

/// <summary>The one slot that holds what controls woven code. Empty by default: woven code then behaves as written.</summary>
public static class Control
{
    private static IControl? _installed;

    /// <summary>The installed control, when it controls the calling thread; else null.</summary>
    public static IControl? Current
    {
        get
        {
            var installed = Volatile.Read(ref _installed);
            return installed is { IsInControl: true } ? installed : null;
        }
    }

    /// <summary>Installs <paramref name="control"/> until the result is disposed.</summary>
    /// <exception cref="InvalidOperationException">Another control is installed: two runs in one process cannot overlap.</exception>
    public static IDisposable Install(IControl control)
    {
        ArgumentNullException.ThrowIfNull(control);
        if (Interlocked.CompareExchange(ref _installed, control, null) is not null)
            throw new InvalidOperationException("Another replay runs in this process. Replays cannot overlap: run them one after the other.");
        return new Installation(control);
    }

    private sealed class Installation(IControl control) : IDisposable
    {
        private bool _isEnded;

        // Once: the same control may have been installed again since.
        public void Dispose()
        {
            if (!Interlocked.Exchange(ref _isEnded, true)) Interlocked.CompareExchange(ref _installed, null, control);
        }
    }
}
