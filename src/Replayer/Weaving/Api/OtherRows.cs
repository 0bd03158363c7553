using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Libraries on top of tasks and timers, and who may use the system's own objects.</summary>
internal static class OtherRows
{
    private const string Dataflow = "System.Threading.Tasks.Dataflow.";
    private const string Limiting = "System.Threading.RateLimiting.";
    private const string Named = "It opens an object of the system by name, which other processes share";
    private const string Options = "It only holds values";

    private static readonly ImmutableArray<string> Blocks =
    [
        "ActionBlock`1", "BatchBlock`1", "BatchedJoinBlock`2", "BatchedJoinBlock`3", "BroadcastBlock`1", "BufferBlock`1", "DataflowBlock", "IDataflowBlock",
        "IPropagatorBlock`2", "IReceivableSourceBlock`1", "ISourceBlock`1", "ITargetBlock`1", "JoinBlock`2", "JoinBlock`3", "TransformBlock`2", "TransformManyBlock`2",
        "WriteOnceBlock`1",
    ];

    private static readonly ImmutableArray<string> BlockOptions =
        ["DataflowBlockOptions", "DataflowLinkOptions", "DataflowMessageHeader", "ExecutionDataflowBlockOptions", "GroupingDataflowBlockOptions"];

    private static readonly ImmutableArray<string> Limiters =
    [
        "ConcurrencyLimiter", "FixedWindowRateLimiter", "PartitionedRateLimiter", "PartitionedRateLimiter`1", "RateLimiter", "ReplenishingRateLimiter",
        "SlidingWindowRateLimiter", "TokenBucketRateLimiter",
    ];

    private static readonly ImmutableArray<string> LimiterOptions =
    [
        "ConcurrencyLimiterOptions", "FixedWindowRateLimiterOptions", "MetadataName", "MetadataName`1", "RateLimitLease", "RateLimitPartition", "RateLimitPartition`1",
        "RateLimiterStatistics", "SlidingWindowRateLimiterOptions", "TokenBucketRateLimiterOptions",
    ];

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        .. Blocks.Select(static type => Refused(Dataflow + type, "Its blocks run on the thread pool from within the library: stub them, or name the library with ReplayKitWeave")),
        .. BlockOptions.Select(static type => Harmless(Dataflow + type)),
        .. Limiters.Select(static type => Refused(Limiting + type, "Its timers and queues run within the library, on real time: give it no replenishment of its own in the test")),
        .. LimiterOptions.Select(static type => Harmless(Limiting + type)),
        Harmless("System.Threading.NamedWaitHandleOptions"),
        Refused("System.Threading.EventWaitHandleAcl", Named),
        Refused("System.Threading.MutexAcl", Named),
        Refused("System.Threading.SemaphoreAcl", Named),
        new("System.Threading.ThreadingAclExtensions", "*", ApiControl.Harmless) { Reason = "It reads or sets who may use an object" },
    ];

    private static ApiRow Refused(string type, string reason) => new(type, "*", ApiControl.Refused) { Reason = reason };

    private static ApiRow Harmless(string type) => new(type, "*", ApiControl.Harmless) { Reason = Options };
}
