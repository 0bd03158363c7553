using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Parallel loops and queries.</summary>
internal static class ParallelRows
{
    private const string Tasks = "System.Threading.Tasks.";
    private const string Enumerable = "System.Linq.ParallelEnumerable";
    private const string Degree = "Without a limit of its own it has 4 operations, with one at most 16, on every machine";
    private const string Alone = "A query runs on its caller alone, and to its end before its first result is seen: what its parts do is in one order";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        .. new[] { "For", "ForEach", "ForAsync", "ForEachAsync", "Invoke" }.Select(static member => new ApiRow(Tasks + "Parallel", member, ApiControl.Controlled) { Hooks = "ParallelHooks", Reason = Degree }),
        .. new[] { "Stop", "Break", "get_IsStopped", "get_IsExceptional", "get_LowestBreakIteration", "get_ShouldExitCurrentIteration" }
            .Select(static member => new ApiRow(Tasks + "ParallelLoopState", member, ApiControl.Controlled) { Hooks = "ParallelLoopStateHooks" }),
        Harmless(Tasks + "ParallelLoopResult", "*", "It says how a loop ended, and never changes"),
        Harmless(Tasks + "ParallelOptions", "*", "It holds options, and is read when the loop begins"),
        .. new[] { "AsParallel", "AsOrdered", "Range", "Repeat", "Empty", "WithDegreeOfParallelism", "WithMergeOptions" }.Select(Virtual),
        .. new[] { "Zip", "Join", "GroupJoin", "Concat", "SequenceEqual", "Union", "Intersect", "Except" }.Select(Virtual),
        Harmless(Enumerable, "*", "It runs on its caller alone, as its source was told to"),
        Harmless("System.Linq.ParallelQuery", "*", "It runs on its caller alone, as its source was told to"),
        Harmless("System.Linq.ParallelQuery`1", "*", "It runs on its caller alone, as its source was told to"),
        Harmless("System.Linq.OrderedParallelQuery`1", "*", "It runs on its caller alone, as its source was told to"),
    ];

    private static ApiRow Virtual(string member) => new(Enumerable, member, ApiControl.Virtualised) { Hooks = "ParallelEnumerableHooks", Reason = Alone };

    private static ApiRow Harmless(string type, string member, string reason) => new(type, member, ApiControl.Harmless) { Reason = reason };
}
