using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Atomic and volatile access, and lazy initialisation.</summary>
internal static class AtomicRows
{
    private const string Fence = "Steps run one at a time, and each sees all that ran before it";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        .. LockRows.Members(
            "System.Threading.Interlocked",
            "InterlockedHooks",
            "Increment",
            "Decrement",
            "Add",
            "And",
            "Or",
            "Read",
            "Exchange",
            "CompareExchange"),
        Harmless("System.Threading.Interlocked", "MemoryBarrier"),
        Harmless("System.Threading.Interlocked", "MemoryBarrierProcessWide"),
        Harmless("System.Threading.Thread", "MemoryBarrier"),
        .. LockRows.Members("System.Threading.Volatile", "VolatileHooks", "Read", "Write"),
        Harmless("System.Threading.Volatile", "ReadBarrier"),
        Harmless("System.Threading.Volatile", "WriteBarrier"),
        .. LockRows.Members("System.Lazy`1", "LazyHooks", "get_Value", "get_IsValueCreated"),
        LockRows.Rest("System.Lazy`1", "It makes no value"),
        .. LockRows.Members("System.Threading.LazyInitializer", "LazyInitializerHooks", "EnsureInitialized"),
    ];

    private static ApiRow Harmless(string type, string member) => new(type, member, ApiControl.Harmless) { Reason = Fence };
}
