namespace ReplayKit.Hooks;

/// <summary>The name of a mutex: all objects with one name are one mutex.</summary>
internal sealed class MutexName
{
    /// <summary>The name; null for a mutex without one.</summary>
    public string? Name { get; set; }

    /// <summary>What the mutex's state is kept under: equal names are one object.</summary>
    public static object KeyOf(IControl control, Mutex mutex) => control.StateOf<MutexName>(mutex).Name is { } name ? string.Intern("mutex " + name) : mutex;
}
