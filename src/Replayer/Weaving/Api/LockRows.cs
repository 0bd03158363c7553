using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Locks and semaphores: what has room for some, and makes others wait.</summary>
internal static class LockRows
{
    private const string OwnState = "It tells or changes what no other operation waits for";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        .. Members("System.Threading.Monitor", "MonitorHooks", "Enter", "TryEnter", "Exit", "IsEntered", "Wait", "Pulse", "PulseAll"),
        Rest("System.Threading.Monitor", "It counts real contention, for diagnostics"),
        .. Members("System.Threading.Lock", "LockHooks", "Enter", "TryEnter", "EnterScope", "Exit", "get_IsHeldByCurrentThread"),
        Rest("System.Threading.Lock", "Making a lock waits for nothing"),
        .. Members("System.Threading.Lock/Scope", "LockScopeHooks", "Dispose"),
        .. Members("System.Threading.SemaphoreSlim", "SemaphoreSlimHooks", "Wait", "WaitAsync", "Release", "get_CurrentCount"),
        Rest("System.Threading.SemaphoreSlim", "The real semaphore keeps the count, and its wait handle is waited for under control"),
        .. Members("System.Threading.Semaphore", "SemaphoreHooks", "Release"),
        Rest("System.Threading.Semaphore", "The real semaphore keeps the count; a named one, which only Windows has, counts what other processes do"),
        .. Members("System.Threading.Mutex", "MutexHooks", ".ctor", "ReleaseMutex", "OpenExisting", "TryOpenExisting"),
        .. Members(
            "System.Threading.ReaderWriterLockSlim",
            "ReaderWriterLockSlimHooks",
            ["EnterReadLock", "EnterUpgradeableReadLock", "EnterWriteLock", "TryEnterReadLock", "TryEnterUpgradeableReadLock", "TryEnterWriteLock",
            "ExitReadLock", "ExitUpgradeableReadLock", "ExitWriteLock", "get_IsReadLockHeld", "get_IsUpgradeableReadLockHeld", "get_IsWriteLockHeld",
            "get_RecursiveReadCount", "get_RecursiveUpgradeCount", "get_RecursiveWriteCount", "get_WaitingReadCount", "get_WaitingUpgradeCount",
            "get_WaitingWriteCount", "get_CurrentReadCount", "Dispose"]),
        Rest("System.Threading.ReaderWriterLockSlim", OwnState),
        new("System.Threading.ReaderWriterLock", "*", ApiControl.Refused) { Reason = "It is bound to threads and superseded: use ReaderWriterLockSlim, which is controlled" },
        Rest("System.Threading.LockCookie", OwnState),
        .. Members(
            "System.Threading.SpinLock",
            "SpinLockHooks",
            "Enter",
            "TryEnter",
            "Exit",
            "get_IsHeld",
            "get_IsHeldByCurrentThread"),
        Rest("System.Threading.SpinLock", OwnState),
        .. Members("System.Threading.SpinWait", "SpinWaitHooks", "SpinOnce", "SpinUntil"),
        Rest("System.Threading.SpinWait", OwnState),
    ];

    /// <summary>Controlled members of a type.</summary>
    internal static IEnumerable<ApiRow> Members(string type, string hooks, params string[] members) =>
        members.Select(member => new ApiRow(type, member, ApiControl.Controlled) { Hooks = hooks });

    /// <summary>The other members of a type need nothing.</summary>
    internal static ApiRow Rest(string type, string reason) => new(type, "*", ApiControl.Harmless) { Reason = reason };
}
