using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Threads, and what belongs to one.</summary>
internal static class ThreadRows
{
    private const string Thread = "System.Threading.Thread";
    private const string ThreadLocal = "System.Threading.ThreadLocal`1";
    private const string AsyncLocal = "System.Threading.AsyncLocal`1";
    private const string ExecutionContext = "System.Threading.ExecutionContext";
    private const string Context = "System.Threading.SynchronizationContext";
    private const string Facts = "ThreadFactHooks";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        Controlled(Thread, ".ctor", "ThreadHooks"),
        Controlled(Thread, "Start", "ThreadHooks") with { Reason = "The thread is an operation; what its body throws is the test's failure, and what still runs at the run's end is ended" },
        Controlled(Thread, "UnsafeStart", "ThreadHooks"),
        Controlled(Thread, "Join", "ThreadHooks"),
        Virtual(Thread, "Sleep", "ThreadHooks") with { Reason = "On virtual time; Sleep(0) lets others go first" },
        Controlled(Thread, "Yield", "ThreadHooks"),
        Controlled(Thread, "SpinWait", "ThreadHooks"),
        Controlled(Thread, "VolatileRead", "ThreadVolatileHooks"),
        Controlled(Thread, "VolatileWrite", "ThreadVolatileHooks"),
        .. About,
        Controlled(Thread, "GetData", "DataSlotHooks") with { Reason = "What slots hold is gone with the run" },
        Controlled(Thread, "SetData", "DataSlotHooks"),
        Refused(Thread, "Interrupt", "A thread that waits under control waits for its turn, and cannot be interrupted"),
        Refused(Thread, "Suspend", "The runtime does not support it"),
        Refused(Thread, "Resume", "The runtime does not support it"),
        Harmless(Thread, "Abort", "The runtime throws"),
        Harmless(Thread, "*", "It tells or sets something of the thread alone, which neither waits nor starts anything"),
        .. Locals,
        .. Contexts,
    ];

    private static ImmutableArray<ApiRow> About =>
    [
        Controlled(Thread, "get_CurrentThread", Facts) with { Reason = "A thread that the program made may run on one that the run has already; this names the program's" },
        Controlled(Thread, "get_CurrentCulture", Facts),
        Controlled(Thread, "set_CurrentCulture", Facts),
        Controlled(Thread, "get_CurrentUICulture", Facts),
        Controlled(Thread, "set_CurrentUICulture", Facts),
        Virtual(Thread, "get_ManagedThreadId", Facts) with { Reason = "Numbered in the run, in order of first use; work of the pool that comes after other work may have its number, as on a worker that is used again" },
        Virtual("System.Environment", "get_CurrentManagedThreadId", Facts),
        Virtual(Thread, "GetHashCode", Facts),
        Controlled(Thread, "get_IsAlive", Facts),
        Controlled(Thread, "get_ThreadState", Facts) with { Reason = "A thread that waits counts as running" },
        Virtual(Thread, "get_IsThreadPoolThread", Facts),
        Virtual(Thread, "get_Name", Facts) with { Reason = "A name given to a thread of the pool is gone with the run" },
        Virtual(Thread, "set_Name", Facts),
        Virtual(Thread, "GetCurrentProcessorId", Facts),
    ];

    private static ImmutableArray<ApiRow> Locals =>
    [
        Controlled(ThreadLocal, "get_Value", "ThreadLocalHooks") with { Reason = "The values are the run's: none is left from an earlier one; work of the pool finds those of the work before it on the same worker, as it does" },
        Controlled(ThreadLocal, "set_Value", "ThreadLocalHooks"),
        Controlled(ThreadLocal, "get_IsValueCreated", "ThreadLocalHooks"),
        Controlled(ThreadLocal, "get_Values", "ThreadLocalHooks"),
        Harmless(ThreadLocal, "*", "It makes no value"),
        Harmless("System.ThreadStaticAttribute", "*", "Threads that a run uses begin with the fields at their defaults, in woven types that are not generic"),
        Harmless(AsyncLocal, "*", "It goes with the execution context, which every start and every await under control carries on"),
        Harmless("System.Threading.AsyncLocalValueChangedArgs`1", "*", "Values"),
        Harmless("System.LocalDataStoreSlot", "*", "The name of a slot"),
    ];

    private static ImmutableArray<ApiRow> Contexts =>
    [
        Harmless(ExecutionContext, "*", "It belongs to the stack that captured or suppressed it"),
        Harmless("System.Threading.HostExecutionContext", "*", "It holds what the host gave it"),
        Harmless("System.Threading.HostExecutionContextManager", "*", "It belongs to the stack that captured or set it"),
        Harmless("System.Threading.CompressedStack", "*", "It runs inline, or does nothing"),
        Harmless("System.Threading.AsyncFlowControl", "*", "It belongs to the stack that suppressed the flow"),
        Refused(Context, "Wait", "It waits for handles of the system, where control does not reach"),
        Refused(Context, "WaitHelper", "It waits for handles of the system, where control does not reach"),
        Harmless(Context, "*", "It runs inline, or does nothing"),
    ];

    private static ApiRow Controlled(string type, string member, string hooks) => new(type, member, ApiControl.Controlled) { Hooks = hooks };

    private static ApiRow Virtual(string type, string member, string hooks) => new(type, member, ApiControl.Virtualised) { Hooks = hooks };

    private static ApiRow Harmless(string type, string member, string reason) => new(type, member, ApiControl.Harmless) { Reason = reason };

    private static ApiRow Refused(string type, string member, string reason) => new(type, member, ApiControl.Refused) { Reason = reason };
}
