using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Tasks: what starts them, and what waits for them.</summary>
internal static class TaskRows
{
    private const string Task = "System.Threading.Tasks.Task";
    private const string TaskOf = "System.Threading.Tasks.Task`1";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        Controlled(Task, "Run"),
        Controlled(Task, "Wait"),
        Controlled(TaskOf, "get_Result"),
    ];

    private static ApiRow Controlled(string type, string member) => new(type, member, ApiControl.Controlled) { Hooks = "TaskHooks" };
}
