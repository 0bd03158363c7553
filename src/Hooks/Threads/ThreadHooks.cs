namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of members of <see cref="Thread"/>. A thread that it makes and starts under control is an operation on that very thread.</summary>
public static class ThreadHooks
{
    /// <summary>In place of the constructor.</summary>
    public static Thread Create(ThreadStart start) =>
        Make(start is null ? null : new ThreadEntry(_ => start(), false, false), static entry => new Thread(() => entry.Run(null)), () => new Thread(start!));

    /// <summary>In place of the constructor.</summary>
    public static Thread Create(ThreadStart start, int maxStackSize) =>
        Make(start is null ? null : new ThreadEntry(_ => start(), false, true), entry => new Thread(() => entry.Run(null), maxStackSize), () => new Thread(start!, maxStackSize));

    /// <summary>In place of the constructor.</summary>
    public static Thread Create(ParameterizedThreadStart start) =>
        Make(start is null ? null : new ThreadEntry(value => start(value), true, false), static entry => new Thread(entry.Run), () => new Thread(start!));

    /// <summary>In place of the constructor.</summary>
    public static Thread Create(ParameterizedThreadStart start, int maxStackSize) =>
        Make(start is null ? null : new ThreadEntry(value => start(value), true, true), entry => new Thread(entry.Run, maxStackSize), () => new Thread(start!, maxStackSize));

    /// <summary>In place of <see cref="Thread.Start()"/>.</summary>
    public static void Start(Thread thread, string site)
    {
        if (Startable(thread) is { } model) Begin(thread, model, null, site);
        else thread.Start();
    }

    /// <summary>In place of <see cref="Thread.Start(object)"/>.</summary>
    public static void Start(Thread thread, object? parameter, string site)
    {
        if (Startable(thread) is { Entry.TakesParameter: true } model) Begin(thread, model, parameter, site);
        else thread.Start(parameter);
    }

    /// <summary>In place of <see cref="Thread.UnsafeStart()"/>.</summary>
    public static void UnsafeStart(Thread thread, string site)
    {
        if (Startable(thread) is { } model) BeginWithoutFlow(thread, model, null, site);
        else thread.UnsafeStart();
    }

    /// <summary>In place of <see cref="Thread.UnsafeStart(object)"/>.</summary>
    public static void UnsafeStart(Thread thread, object? parameter, string site)
    {
        if (Startable(thread) is { Entry.TakesParameter: true } model) BeginWithoutFlow(thread, model, parameter, site);
        else thread.UnsafeStart(parameter);
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
        if (Control.Current is not { } control || !Waits.IsValid(timeout) || control.StateOf<ThreadModel>(thread) is not { IsStarted: true } model) return thread.Join(timeout);
        control.Point(PointKind.Wait, thread, site);
        var isOver = Waits.Until(control, () => model.IsOver, () => new ThreadBlockage(thread, model), new WaitLimit(timeout, site));
        if (isOver) control.Acquired(model);
        return isOver;
    }

    /// <summary>In place of <see cref="Thread.Sleep(int)"/>.</summary>
    public static void Sleep(int millisecondsTimeout, string site)
    {
        if (Control.Current is { } control && millisecondsTimeout >= Timeout.Infinite) Sleep(control, TimeSpan.FromMilliseconds(millisecondsTimeout), site);
        else Thread.Sleep(millisecondsTimeout);
    }

    /// <summary>In place of <see cref="Thread.Sleep(TimeSpan)"/>.</summary>
    public static void Sleep(TimeSpan timeout, string site)
    {
        if (Control.Current is { } control && Waits.IsValid(timeout)) Sleep(control, timeout, site);
        else Thread.Sleep(timeout);
    }

    /// <summary>In place of <see cref="Thread.Yield"/>.</summary>
    public static bool Yield(string site)
    {
        if (Control.Current is not { } control) return Thread.Yield();
        control.Point(PointKind.Yield, null, site);
        return true;
    }

    /// <summary>In place of <see cref="Thread.SpinWait"/>: who spins lets others go first.</summary>
    public static void SpinWait(int iterations, string site)
    {
        if (Control.Current is { } control) control.Point(PointKind.Yield, null, site);
        else Thread.SpinWait(iterations);
    }

    private static void Sleep(IControl control, TimeSpan timeout, string site)
    {
        if (timeout == TimeSpan.Zero) control.Point(PointKind.Yield, null, site);
        else control.Block(new SleepBlockage(), timeout, site);
    }

    // What cannot be started goes to the runtime, to be refused in its words. It would start one whose body runs on another.
    private static ThreadModel? Startable(Thread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (Control.Current is not { } control || control.StateOf<ThreadModel>(thread) is not { Entry: not null } model) return null;
        return model.IsStarted ? throw new ThreadStateException("Thread is running or terminated; it cannot restart.") : model;
    }

    private static void Begin(Thread thread, ThreadModel model, object? parameter, string site)
    {
        var control = Control.Current!;
        model.IsStarted = true;
        model.Entry!.StartUnder(control, model, parameter);
        control.StartThread(thread, model.Entry.Lent(), site);
    }

    private static void BeginWithoutFlow(Thread thread, ThreadModel model, object? parameter, string site)
    {
        using var flow = ExecutionContext.IsFlowSuppressed() ? default(IDisposable) : ExecutionContext.SuppressFlow();
        Begin(thread, model, parameter, site);
    }

    private static Thread Make(ThreadEntry? entry, Func<ThreadEntry, Thread> make, Func<Thread> makeReal)
    {
        if (Control.Current is not { } control || entry is null) return makeReal();
        var thread = make(entry);
        var model = control.StateOf<ThreadModel>(thread);
        (model.Entry, model.Thread) = (entry, thread);
        return thread;
    }
}
