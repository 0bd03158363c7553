using System.Globalization;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of what <see cref="Thread"/> tells of a thread: under control the same in every run.</summary>
/// <remarks>Work of the thread pool runs on threads of the control's, each of which runs one piece of work after the other, as a worker of the pool does.</remarks>
public static class ThreadFactHooks
{
    private const string WorkerName = ".NET TP Worker";

    /// <summary>In place of <see cref="Thread.CurrentThread"/>: under control a thread of the program's own may run on another one.</summary>
    public static Thread CurrentThread => Control.Current is { } control && control.StateOf<ExecutionThread>(control.Execution).State?.Thread is { } own ? own : Thread.CurrentThread;

    /// <summary>In place of <see cref="Thread.CurrentCulture"/>.</summary>
    public static CultureInfo CurrentCulture(Thread thread) => IsCurrent(thread) ? CultureInfo.CurrentCulture : thread.CurrentCulture;

    /// <summary>In place of <see cref="Thread.CurrentCulture"/>.</summary>
    public static void SetCurrentCulture(Thread thread, CultureInfo value)
    {
        if (IsCurrent(thread)) CultureInfo.CurrentCulture = value;
        else if (NotBegun(thread) is { } model && value is not null) model.Culture = value;
        else thread.CurrentCulture = value!;
    }

    /// <summary>In place of <see cref="Thread.CurrentUICulture"/>.</summary>
    public static CultureInfo CurrentUICulture(Thread thread) => IsCurrent(thread) ? CultureInfo.CurrentUICulture : thread.CurrentUICulture;

    /// <summary>In place of <see cref="Thread.CurrentUICulture"/>.</summary>
    public static void SetCurrentUICulture(Thread thread, CultureInfo value)
    {
        if (IsCurrent(thread)) CultureInfo.CurrentUICulture = value;
        else if (NotBegun(thread) is { } model && value is not null) model.UICulture = value;
        else thread.CurrentUICulture = value!;
    }

    /// <summary>In place of <see cref="Environment.CurrentManagedThreadId"/>.</summary>
    public static int CurrentManagedThreadId => Control.Current is { } control ? NumberOf(control, CurrentThread) : Environment.CurrentManagedThreadId;

    /// <summary>In place of <see cref="Thread.ManagedThreadId"/>: numbered in the run.</summary>
    public static int ManagedThreadId(Thread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        return Control.Current is { } control ? NumberOf(control, thread) : thread.ManagedThreadId;
    }

    /// <summary>In place of <see cref="Thread.GetHashCode"/>: the same number.</summary>
    public static int GetHashCode(Thread thread) => ManagedThreadId(thread);

    /// <summary>In place of <see cref="Thread.IsAlive"/>.</summary>
    public static bool IsAlive(Thread thread, string site)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (Control.Current is not { } control || control.StateOf<ThreadModel>(thread) is not { IsStarted: true } model) return thread.IsAlive;
        if (!model.IsOver) control.Point(PointKind.Atomic, thread, site);
        if (!model.IsOver) return true;
        control.Acquired(model);
        return false;
    }

    /// <summary>In place of <see cref="Thread.ThreadState"/>: one that was started and is not over counts as running, also where it waits.</summary>
    public static ThreadState ThreadState(Thread thread, string site)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (Control.Current is not { } control || control.StateOf<ThreadModel>(thread) is not { IsStarted: true } model) return thread.ThreadState;
        if (!model.IsOver) control.Point(PointKind.Atomic, thread, site);
        if (model.IsOver)
        {
            control.Acquired(model);
            return global::System.Threading.ThreadState.Stopped;
        }

        return thread.IsBackground ? global::System.Threading.ThreadState.Background : global::System.Threading.ThreadState.Running;
    }

    /// <summary>In place of <see cref="Thread.IsThreadPoolThread"/>.</summary>
    public static bool IsThreadPoolThread(Thread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        return IsWorker(thread, out _) || thread.IsThreadPoolThread;
    }

    /// <summary>In place of <see cref="Thread.Name"/>.</summary>
    public static string? Name(Thread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        return IsWorker(thread, out var model) ? model!.Name ?? WorkerName : thread.Name;
    }

    /// <summary>In place of <see cref="Thread.Name"/>: a name given to a worker goes with the run.</summary>
    public static void SetName(Thread thread, string? value)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (IsWorker(thread, out var model)) model!.Name = value;
        else thread.Name = value;
    }

    /// <summary>In place of <see cref="Thread.GetCurrentProcessorId"/>.</summary>
    public static int GetCurrentProcessorId() => Control.Current is null ? Thread.GetCurrentProcessorId() : 0;

    private static bool IsWorker(Thread thread, out ThreadModel? model)
    {
        model = Control.Current?.StateOf<ThreadModel>(thread);
        return model is { Entry: null } && thread == CurrentThread;
    }

    private static bool IsCurrent(Thread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        return Control.Current is not null && thread == CurrentThread;
    }

    private static ThreadModel? NotBegun(Thread thread) =>
        Control.Current?.StateOf<ThreadModel>(thread) is { Entry: not null, IsStarted: false } model ? model : null;

    private static int NumberOf(IControl control, Thread thread) => control.StateOf<ThreadNumbers>(control).NumberOf(control.StateOf<ThreadModel>(thread));
}
