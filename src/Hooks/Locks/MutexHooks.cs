namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Mutex"/>. The model alone decides who holds it; the real one is only made.</summary>
/// <remarks>Mutexes of one name are one, within the process: other processes are not seen.</remarks>
public static class MutexHooks
{
    /// <summary>In place of the constructor.</summary>
    public static Mutex Create() => new();

    /// <summary>In place of the constructor.</summary>
    public static Mutex Create(bool initiallyOwned) => Control.Current is { } control ? Own(control, new Mutex(), initiallyOwned) : new Mutex(initiallyOwned);

    /// <summary>In place of the constructor.</summary>
    public static Mutex Create(bool initiallyOwned, string? name) =>
        Control.Current is null ? new Mutex(initiallyOwned, name) : Create(initiallyOwned, name, out _);

    /// <summary>In place of the constructor.</summary>
    public static Mutex Create(bool initiallyOwned, string? name, out bool createdNew)
    {
        if (Control.Current is not { } control) return new Mutex(initiallyOwned, name, out createdNew);
        var mutex = Named(control, new Mutex(false, name, out createdNew), name);
        return Own(control, mutex, initiallyOwned && createdNew);
    }

    /// <summary>In place of the constructor.</summary>
    public static Mutex Create(string? name, NamedWaitHandleOptions options)
    {
        var mutex = new Mutex(name, options);
        return Control.Current is { } control ? Named(control, mutex, name) : mutex;
    }

    /// <summary>In place of the constructor.</summary>
    public static Mutex Create(bool initiallyOwned, string? name, NamedWaitHandleOptions options) =>
        Control.Current is null ? new Mutex(initiallyOwned, name, options) : Create(initiallyOwned, name, options, out _);

    /// <summary>In place of the constructor.</summary>
    public static Mutex Create(bool initiallyOwned, string? name, NamedWaitHandleOptions options, out bool createdNew)
    {
        if (Control.Current is not { } control) return new Mutex(initiallyOwned, name, options, out createdNew);
        var mutex = Named(control, new Mutex(false, name, options, out createdNew), name);
        return Own(control, mutex, initiallyOwned && createdNew);
    }

    /// <summary>In place of <see cref="Mutex.OpenExisting(string)"/>.</summary>
    public static Mutex OpenExisting(string name, string site)
    {
        Control.Current?.Point(PointKind.Atomic, null, site);
        var mutex = Mutex.OpenExisting(name);
        return Control.Current is { } control ? Named(control, mutex, name) : mutex;
    }

    /// <summary>In place of <see cref="Mutex.OpenExisting(string, NamedWaitHandleOptions)"/>.</summary>
    public static Mutex OpenExisting(string name, NamedWaitHandleOptions options, string site)
    {
        Control.Current?.Point(PointKind.Atomic, null, site);
        var mutex = Mutex.OpenExisting(name, options);
        return Control.Current is { } control ? Named(control, mutex, name) : mutex;
    }

    /// <summary>In place of <see cref="Mutex.TryOpenExisting(string, out Mutex)"/>.</summary>
    public static bool TryOpenExisting(string name, out Mutex? result, string site)
    {
        Control.Current?.Point(PointKind.Atomic, null, site);
        var isOpen = Mutex.TryOpenExisting(name, out result);
        if (isOpen && Control.Current is { } control) Named(control, result!, name);
        return isOpen;
    }

    /// <summary>In place of <see cref="Mutex.TryOpenExisting(string, NamedWaitHandleOptions, out Mutex)"/>.</summary>
    public static bool TryOpenExisting(string name, NamedWaitHandleOptions options, out Mutex? result, string site)
    {
        Control.Current?.Point(PointKind.Atomic, null, site);
        var isOpen = Mutex.TryOpenExisting(name, options, out result);
        if (isOpen && Control.Current is { } control) Named(control, result!, name);
        return isOpen;
    }

    /// <summary>In place of <see cref="Mutex.ReleaseMutex"/>.</summary>
    public static void ReleaseMutex(Mutex mutex)
    {
        ArgumentNullException.ThrowIfNull(mutex);
        if (Control.Current is { } control && !mutex.SafeWaitHandle.IsClosed)
        {
            var key = MutexName.KeyOf(control, mutex);
            var state = control.StateOf<MutexState>(key);
            if (state.IsHeldBy(control.Execution))
            {
                if (state.GiveBack()) control.Released(key);
                return;
            }
        }

        // Not held: the runtime refuses it in its words.
        mutex.ReleaseMutex();
    }

    private static Mutex Named(IControl control, Mutex mutex, string? name)
    {
        control.StateOf<MutexName>(mutex).Name = string.IsNullOrEmpty(name) ? null : name;
        return mutex;
    }

    private static Mutex Own(IControl control, Mutex mutex, bool isOwned)
    {
        if (isOwned) control.StateOf<MutexState>(MutexName.KeyOf(control, mutex)).Take(control, "");
        return mutex;
    }
}
