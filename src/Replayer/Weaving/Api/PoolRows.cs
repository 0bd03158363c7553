using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>The thread pool.</summary>
internal static class PoolRows
{
    private const string Pool = "System.Threading.ThreadPool";
    private const string Native = "The system's I/O comes back on threads of its own, outside control";
    private const string Counts = "Of the run's model, see ThreadPoolModel";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        Controlled("QueueUserWorkItem") with { Reason = "Each work item is an operation of its own; the order of starts is the scheduler's" },
        Controlled("UnsafeQueueUserWorkItem"),
        Controlled("RegisterWaitForSingleObject") with { Reason = "No worker stands in the wait; a signal goes to who waits already" },
        Controlled("UnsafeRegisterWaitForSingleObject"),
        new ApiRow("System.Threading.RegisteredWaitHandle", "Unregister", ApiControl.Controlled) { Hooks = "ThreadPoolHooks" },
        Controlled("GetMinThreads") with { Reason = Counts },
        Controlled("GetMaxThreads") with { Reason = Counts },
        Controlled("GetAvailableThreads") with { Reason = Counts },
        Controlled("SetMinThreads") with { Reason = Counts },
        Controlled("SetMaxThreads") with { Reason = Counts },
        Controlled("get_ThreadCount") with { Reason = Counts },
        Controlled("get_PendingWorkItemCount") with { Reason = Counts },
        Controlled("get_CompletedWorkItemCount") with { Reason = Counts },
        Refused("BindHandle"),
        Refused("UnsafeQueueNativeOverlapped"),
        .. Overlapped,
        new ApiRow("System.Threading.IThreadPoolWorkItem", "*", ApiControl.Harmless) { Reason = "The program's own code" },
    ];

    private static ImmutableArray<ApiRow> Overlapped =>
    [
        new("System.Threading.ThreadPoolBoundHandle", "BindHandle", ApiControl.Refused) { Reason = Native },
        new("System.Threading.ThreadPoolBoundHandle", "*", ApiControl.Harmless) { Reason = "Without a bound handle there is nothing to be done with it" },
        new("System.Threading.PreAllocatedOverlapped", "*", ApiControl.Harmless) { Reason = "Without a bound handle there is nothing to be done with it" },
        new("System.Threading.Overlapped", "Pack", ApiControl.Refused) { Reason = Native },
        new("System.Threading.Overlapped", "UnsafePack", ApiControl.Refused) { Reason = Native },
        new("System.Threading.Overlapped", "*", ApiControl.Harmless) { Reason = "Values of a call of the system" },
    ];

    private static ApiRow Controlled(string member) => new(Pool, member, ApiControl.Controlled) { Hooks = "ThreadPoolHooks" };

    private static ApiRow Refused(string member) => new(Pool, member, ApiControl.Refused) { Reason = Native };
}
