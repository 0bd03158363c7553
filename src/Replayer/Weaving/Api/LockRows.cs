using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Locks, semaphores and signals.</summary>
internal static class LockRows
{
    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        Controlled("System.Threading.Monitor", "Enter", "MonitorHooks"),
        Controlled("System.Threading.Monitor", "TryEnter", "MonitorHooks"),
        Controlled("System.Threading.Monitor", "Exit", "MonitorHooks"),
        Controlled("System.Threading.Monitor", "IsEntered", "MonitorHooks"),
        Controlled("System.Threading.Monitor", "Wait", "MonitorHooks"),
        Controlled("System.Threading.Monitor", "Pulse", "MonitorHooks"),
        Controlled("System.Threading.Monitor", "PulseAll", "MonitorHooks"),
        Controlled("System.Threading.SemaphoreSlim", "Wait", "SemaphoreSlimHooks"),
        Controlled("System.Threading.SemaphoreSlim", "Release", "SemaphoreSlimHooks"),
    ];

    private static ApiRow Controlled(string type, string member, string hooks) => new(type, member, ApiControl.Controlled) { Hooks = hooks };
}
