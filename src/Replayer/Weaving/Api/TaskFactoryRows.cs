using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Task factories and task schedulers.</summary>
internal static class TaskFactoryRows
{
    private const string Scheduler = "System.Threading.Tasks.TaskScheduler";
    private const string Pair = "System.Threading.Tasks.ConcurrentExclusiveSchedulerPair";
    private const string OnlyReads = "It makes or reads an object, and neither waits nor starts anything";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        .. FactoryRows("System.Threading.Tasks.TaskFactory"),
        .. FactoryRows("System.Threading.Tasks.TaskFactory`1"),
        Controlled(Scheduler, "TryExecuteTask", "TaskSchedulerHooks", "A scheduler of the program's own decides itself; what it does is woven"),
        Controlled(Scheduler, "FromCurrentSynchronizationContext", "TaskSchedulerHooks", "The operation's own context is none of the program's"),
        new(Scheduler, "get_Id", ApiControl.Virtualised) { Hooks = "TaskSchedulerHooks", Reason = "Schedulers are numbered within the run, in the order in which they are asked" },
        Harmless(Scheduler, "get_Default", "What is queued to it by woven code goes to the control's pool"),
        Harmless(Scheduler, "get_Current", "On the control's pool it is the default one, as on the thread pool"),
        Harmless(Scheduler, "add_UnobservedTaskException", "The finalizer raises it, at any time, and on a thread that is not controlled"),
        Harmless(Scheduler, "remove_UnobservedTaskException", "The finalizer raises it, at any time, and on a thread that is not controlled"),
        Harmless(Scheduler, "*", OnlyReads),
        Controlled(Pair, ".ctor", "SchedulerPairHooks", "Without a number of its own, four of its tasks run at a time, on every machine"),
        new(Pair, "Complete", ApiControl.Refused) { Reason = "the pair ends its completion task on the thread pool, outside control" },
        Harmless(Pair, "*", OnlyReads),
        Own("System.Threading.Tasks.TaskToAsyncResult", "Begin", "The callback continues its task, as an await does"),
        Own("System.Threading.Tasks.TaskToAsyncResult", "End", "It is called when the task is over; before, it blocks outside control"),
        Harmless("System.Threading.Tasks.TaskToAsyncResult", "*", OnlyReads),
    ];

    private static ImmutableArray<ApiRow> FactoryRows(string factory) =>
    [
        Controlled(factory, "StartNew", "StartNewHooks"),
        Controlled(factory, "ContinueWhenAll", "ContinueWhenAllHooks"),
        Controlled(factory, "ContinueWhenAny", "ContinueWhenAnyHooks"),
        new(factory, "FromAsync", ApiControl.Controlled)
        {
            Hooks = "FromAsyncHooks",
            Others = "The begin method is called where it stands, and the end method where the callback is called: both are what the program's own code makes of them",
        },
        Harmless(factory, "*", OnlyReads),
    ];

    private static ApiRow Controlled(string type, string member, string hooks, string reason = "") => new(type, member, ApiControl.Controlled) { Hooks = hooks, Reason = reason };

    private static ApiRow Own(string type, string member, string reason) => new(type, member, ApiControl.Controlled) { Reason = reason };

    private static ApiRow Harmless(string type, string member, string reason) => new(type, member, ApiControl.Harmless) { Reason = reason };
}
