namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of members of <see cref="Thread"/>. A thread that it makes and starts under control is an operation on that very thread.</summary>
public static class ThreadHooks
{
    /// <summary>In place of the constructor.</summary>
    public static Thread Create(ThreadStart start) => Make(start is null ? null : _ => start(), static entry => new Thread(() => entry.Run(null)), () => new Thread(start!));

    /// <summary>In place of the constructor.</summary>
    public static Thread Create(ThreadStart start, int maxStackSize) =>
        Make(start is null ? null : _ => start(), entry => new Thread(() => entry.Run(null), maxStackSize), () => new Thread(start!, maxStackSize));

    /// <summary>In place of the constructor.</summary>
    public static Thread Create(ParameterizedThreadStart start) =>
        Make(start is null ? null : parameter => start(parameter), static entry => new Thread(entry.Run), () => new Thread(start!));

    /// <summary>In place of the constructor.</summary>
    public static Thread Create(ParameterizedThreadStart start, int maxStackSize) =>
        Make(start is null ? null : parameter => start(parameter), entry => new Thread(entry.Run, maxStackSize), () => new Thread(start!, maxStackSize));

    /// <summary>In place of <see cref="Thread.Start()"/>.</summary>
    public static void Start(Thread thread, string site)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (Control.Current is { } control && control.StateOf<ThreadEntries>(thread) is { Entry: { } entry } known)
        {
            entry.StartUnder(control, known.State);
            control.StartThread(thread, site);
        }
        else
        {
            thread.Start();
        }
    }

    /// <summary>In place of <see cref="Thread.Join()"/>.</summary>
    public static void Join(Thread thread, string site) => Join(thread, Timeout.InfiniteTimeSpan, site);

    /// <summary>In place of <see cref="Thread.Join(int)"/>.</summary>
    public static bool Join(Thread thread, int millisecondsTimeout, string site)
    {
        ArgumentNullException.ThrowIfNull(thread);
        return Control.Current is not null && millisecondsTimeout >= Timeout.Infinite
            ? Join(thread, TimeSpan.FromMilliseconds(millisecondsTimeout), site)
            : thread.Join(millisecondsTimeout);
    }

    /// <summary>In place of <see cref="Thread.Join(TimeSpan)"/>.</summary>
    public static bool Join(Thread thread, TimeSpan timeout, string site)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (Control.Current is not { } control || !Waits.IsValid(timeout) || control.StateOf<ThreadEntries>(thread) is not { Entry: not null } known) return thread.Join(timeout);
        control.Point(PointKind.Wait, thread, site);
        var isOver = Waits.Until(control, () => known.State.IsOver, () => new ThreadBlockage(thread, known.State), new WaitLimit(timeout, site));
        if (isOver) control.Acquired(known.State);
        return isOver;
    }

    private static Thread Make(Action<object?>? body, Func<ThreadEntry, Thread> make, Func<Thread> makeReal)
    {
        if (Control.Current is not { } control || body is null) return makeReal();
        var entry = new ThreadEntry(body);
        var thread = make(entry);
        // The process must not stay because a run ended before the thread did.
        control.StateOf<ThreadEntries>(thread).Entry = entry;
        return thread;
    }
}
