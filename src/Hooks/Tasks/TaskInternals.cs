using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>What the runtime keeps to itself about tasks, and hooks need. Each is looked up once, and its absence throws at the first use.</summary>
internal static class TaskInternals
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_stateFlags")]
    public static extern ref int FlagsOf(Task task);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_continuationObject")]
    public static extern ref object? ContinuationOf(Task task);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_taskScheduler")]
    public static extern ref TaskScheduler? SchedulerOf(Task task);

    /// <summary>Runs what continues a task that is complete.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "RunContinuations")]
    public static extern void RunContinuations(Task task, object continuation);

    /// <summary>Asks the task's scheduler to run it on this thread, as a wait does.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "WrappedTryRunInline")]
    public static extern bool TryRunInline(Task task);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "InternalRunSynchronously")]
    public static extern void RunSynchronously(Task task, TaskScheduler scheduler, bool waitForCompletion);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "TryExecuteTask")]
    public static extern bool TryExecuteTask(TaskScheduler scheduler, Task task);

    /// <summary>The task that runs on this thread.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "get_InternalCurrent")]
    public static extern Task? Current(Task? none);
}
