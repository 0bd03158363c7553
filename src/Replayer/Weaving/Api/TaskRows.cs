using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Tasks: what starts them, what waits for them, and what completes them.</summary>
internal static class TaskRows
{
    private const string Task = "System.Threading.Tasks.Task";
    private const string TaskOf = "System.Threading.Tasks.Task`1";
    private const string Source = "System.Threading.Tasks.TaskCompletionSource";
    private const string SourceOf = "System.Threading.Tasks.TaskCompletionSource`1";
    private const string Extensions = "System.Threading.Tasks.TaskExtensions";
    private const string OnlyReads = "It makes or reads an object, and neither waits nor starts anything";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        Controlled(Task, "Run", "TaskRunHooks"),
        Controlled(Task, ".ctor", "TaskCreateHooks", "The body runs with its operation's context; the task itself does not start"),
        Controlled(Task, "Start", "TaskStartHooks"),
        Controlled(Task, "RunSynchronously", "TaskStartHooks"),
        Controlled(Task, "ContinueWith", "ContinueWithHooks"),
        Controlled(Task, "Wait", "TaskWaitHooks", "A timeout passes on virtual time; a task of a scheduler of the program's own may run where it is waited for"),
        Controlled(Task, "WaitAll", "TaskWaitHooks"),
        Controlled(Task, "WaitAny", "TaskWaitHooks", "It tells the task that was over first, whenever its caller goes on"),
        Controlled(Task, "WhenAll", "TaskWhenHooks"),
        Controlled(Task, "WhenAny", "TaskWhenHooks"),
        Controlled(Task, "WhenEach", "TaskWhenHooks"),
        Virtual(Task, "WaitAsync", "WaitAsyncHooks", "A provider of the program's own is left alone"),
        Controlled(Task, "get_IsCompleted", "TaskStatusHooks", "To ask a task that is not over is a scheduling point"),
        Controlled(Task, "get_IsCompletedSuccessfully", "TaskStatusHooks"),
        Controlled(Task, "get_IsFaulted", "TaskStatusHooks"),
        Controlled(Task, "get_IsCanceled", "TaskStatusHooks"),
        Controlled(Task, "get_Status", "TaskStatusHooks"),
        Controlled(Task, "get_Exception", "TaskStatusHooks"),
        Virtual(Task, "get_Id", "TaskStatusHooks", "Tasks are numbered within the run, in the order in which they are asked"),
        Virtual(Task, "get_CurrentId", "TaskStatusHooks"),
        Own(Task, "Yield", "The await is a scheduling point at which all others may go first"),
        Own(Task, "GetAwaiter", "The awaiter's members have rows of their own"),
        Own(Task, "ConfigureAwait", "The awaiter's members have rows of their own; all options keep their meaning"),
        Harmless(Task, "*", OnlyReads),
        Controlled(TaskOf, ".ctor", "TaskCreateHooks"),
        Controlled(TaskOf, "ContinueWith", "ContinueWithHooks"),
        Controlled(TaskOf, "get_Result", "TaskWaitHooks"),
        Virtual(TaskOf, "WaitAsync", "WaitAsyncHooks", "A provider of the program's own is left alone"),
        Own(TaskOf, "GetAwaiter", "The awaiter's members have rows of their own"),
        Own(TaskOf, "ConfigureAwait", "The awaiter's members have rows of their own; all options keep their meaning"),
        Harmless(TaskOf, "*", OnlyReads),
        Controlled(Extensions, "Unwrap", "TaskWhenHooks"),
        .. SourceRows(Source),
        .. SourceRows(SourceOf),
        Harmless("System.Threading.Tasks.TaskCanceledException", "*", OnlyReads),
        Harmless("System.Threading.Tasks.TaskSchedulerException", "*", OnlyReads),
        Harmless("System.Threading.Tasks.UnobservedTaskExceptionEventArgs", "*", OnlyReads),
    ];

    private static ImmutableArray<ApiRow> SourceRows(string source) =>
    [
        .. ((string[])["SetResult", "SetException", "SetCanceled", "SetFromTask", "TrySetResult", "TrySetException", "TrySetCanceled", "TrySetFromTask"])
            .Select(member => Controlled(source, member, "TaskCompletionSourceHooks")),
        Harmless(source, "*", OnlyReads),
    ];

    private static ApiRow Controlled(string type, string member, string hooks, string reason = "") => new(type, member, ApiControl.Controlled) { Hooks = hooks, Reason = reason };

    private static ApiRow Virtual(string type, string member, string hooks, string reason = "") => new(type, member, ApiControl.Virtualised) { Hooks = hooks, Reason = reason };

    private static ApiRow Own(string type, string member, string reason) => new(type, member, ApiControl.Controlled) { Reason = reason };

    private static ApiRow Harmless(string type, string member, string reason) => new(type, member, ApiControl.Harmless) { Reason = reason };
}
