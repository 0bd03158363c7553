using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Awaiters, value tasks, asynchronous sequences, and the contexts that awaits go back to.</summary>
internal static class AwaitRows
{
    private const string Services = "System.Runtime.CompilerServices.";
    private const string Tasks = "System.Threading.Tasks.";
    private const string Context = "System.Threading.SynchronizationContext";
    private const string OnlyReads = "It makes or reads an object, and neither waits nor starts anything";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        .. AwaiterRows("TaskAwaiter"),
        .. AwaiterRows("TaskAwaiter`1"),
        .. AwaiterRows("ConfiguredTaskAwaitable/ConfiguredTaskAwaiter"),
        .. AwaiterRows("ConfiguredTaskAwaitable`1/ConfiguredTaskAwaiter"),
        .. AwaiterRows("ValueTaskAwaiter"),
        .. AwaiterRows("ValueTaskAwaiter`1"),
        .. AwaiterRows("ConfiguredValueTaskAwaitable/ConfiguredValueTaskAwaiter"),
        .. AwaiterRows("ConfiguredValueTaskAwaitable`1/ConfiguredValueTaskAwaiter"),
        Controlled(Services + "YieldAwaitable/YieldAwaiter", "OnCompleted", "AwaiterHooks"),
        Controlled(Services + "YieldAwaitable/YieldAwaiter", "UnsafeOnCompleted", "AwaiterHooks"),
        Harmless(Services + "YieldAwaitable/YieldAwaiter", "*", OnlyReads),
        Controlled(Services + "AsyncVoidMethodBuilder", "Create", "AsyncVoidHooks", "What the method throws fails its operation"),
        Controlled(Tasks + "ValueTask`1", "get_Result", "ValueTaskHooks"),
        .. ValueTaskRows("ValueTask"),
        .. ValueTaskRows("ValueTask`1"),
        Controlled(Tasks + "TaskAsyncEnumerableExtensions", "ToBlockingEnumerable", "AsyncEnumerableHooks"),
        Own(Tasks + "TaskAsyncEnumerableExtensions", "ConfigureAwait", "The awaiter's members have rows of their own"),
        Own(Tasks + "TaskAsyncEnumerableExtensions", "WithCancellation", "The token reaches the iterator, whose awaits are scheduling points"),
        Own(Tasks + "Sources.ManualResetValueTaskSourceCore`1", "SetResult", "It completes without a context, and woven awaits ask whether it has"),
        Own(Tasks + "Sources.ManualResetValueTaskSourceCore`1", "SetException", "It completes without a context, and woven awaits ask whether it has"),
        Harmless(Tasks + "Sources.ManualResetValueTaskSourceCore`1", "*", OnlyReads),
        Harmless(Tasks + "Sources.IValueTaskSource", "*", "What implements it is the program's own, and woven, or is asked whether it is complete"),
        Harmless(Tasks + "Sources.IValueTaskSource`1", "*", "What implements it is the program's own, and woven, or is asked whether it is complete"),
        Controlled(Context, "get_Current", "SynchronizationContextHooks", "The operation's own context is none of the program's"),
        Controlled(Context, "SetSynchronizationContext", "SynchronizationContextHooks"),
        Controlled(Context, "Post", "SynchronizationContextHooks", "A context of the program's own decides itself; awaits in it go back to it"),
    ];

    private static ImmutableArray<ApiRow> AwaiterRows(string awaiter) =>
    [
        Controlled(Services + awaiter, "GetResult", "AwaiterHooks", "An incomplete task is waited for under control; a source throws, as without control"),
        Controlled(Services + awaiter, "OnCompleted", "AwaiterHooks", "The callback is an operation of its own"),
        Controlled(Services + awaiter, "UnsafeOnCompleted", "AwaiterHooks"),
        Harmless(Services + awaiter, "*", OnlyReads),
    ];

    private static ImmutableArray<ApiRow> ValueTaskRows(string type) =>
    [
        Controlled(Tasks + type, "AsTask", "ValueTaskHooks"),
        Controlled(Tasks + type, "Preserve", "ValueTaskHooks"),
        Own(Tasks + type, "GetAwaiter", "The awaiter's members have rows of their own"),
        Own(Tasks + type, "ConfigureAwait", "The awaiter's members have rows of their own"),
        Harmless(Tasks + type, "*", OnlyReads),
    ];

    private static ApiRow Controlled(string type, string member, string hooks, string reason = "") => new(type, member, ApiControl.Controlled) { Hooks = hooks, Reason = reason };

    private static ApiRow Own(string type, string member, string reason) => new(type, member, ApiControl.Controlled) { Reason = reason };

    private static ApiRow Harmless(string type, string member, string reason) => new(type, member, ApiControl.Harmless) { Reason = reason };
}
