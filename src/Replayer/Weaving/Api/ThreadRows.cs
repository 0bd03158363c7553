using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Threads and the thread pool.</summary>
internal static class ThreadRows
{
    private const string Thread = "System.Threading.Thread";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        Controlled(Thread, ".ctor", "ThreadHooks"),
        Controlled(Thread, "Start", "ThreadHooks"),
        Controlled(Thread, "Join", "ThreadHooks"),
    ];

    private static ApiRow Controlled(string type, string member, string hooks) => new(type, member, ApiControl.Controlled) { Hooks = hooks };
}
