namespace Controlled.Locks;

internal static class ReaderWriterCountPrograms
{
    private const string Type = "System.Threading.ReaderWriterLockSlim::";

    [Program(Type + "get_WaitingReadCount", "0", "1")]
    public static Task<string> Reader_may_wait_or_not_wait_yet() => CountAsync(static gate => gate.EnterReadLock(), static gate => gate.ExitReadLock(), static gate => gate.WaitingReadCount);

    [Program(Type + "get_WaitingWriteCount", "0", "1")]
    public static Task<string> Writer_may_wait_or_not_wait_yet() => CountAsync(static gate => gate.EnterWriteLock(), static gate => gate.ExitWriteLock(), static gate => gate.WaitingWriteCount);

    [Program(Type + "get_WaitingUpgradeCount", "0", "1")]
    public static Task<string> Upgradeable_reader_may_wait_or_not_wait_yet() =>
        CountAsync(static gate => gate.EnterUpgradeableReadLock(), static gate => gate.ExitUpgradeableReadLock(), static gate => gate.WaitingUpgradeCount);

    [Program(Type + "get_CurrentReadCount", "closed", "throws ObjectDisposedException", "throws SynchronizationLockException", Also = [Type + "Dispose"])]
    public static async Task<string> Lock_without_readers_is_disposed_when_one_comes()
    {
        var gate = new ReaderWriterLockSlim();
        var isClosed = false;
        var reader = Task.Run(() =>
        {
            if (Volatile.Read(ref isClosed)) return;
            gate.EnterReadLock();
            Volatile.Read(ref isClosed);
            gate.ExitReadLock();
        });
        var closer = Task.Run(() =>
        {
            if (gate.CurrentReadCount > 0) return;
            Volatile.Write(ref isClosed, true);
            gate.Dispose();
        });
        await Task.WhenAll(closer, reader);
        return "closed";
    }

    [Program(Type + "get_RecursiveReadCount", "2 1 1, 0 0 0", Also = [Type + "get_RecursiveUpgradeCount", Type + "get_RecursiveWriteCount"])]
    public static string Recursive_lock_counts_what_its_holder_took()
    {
        using var gate = new ReaderWriterLockSlim(LockRecursionPolicy.SupportsRecursion);
        gate.EnterUpgradeableReadLock();
        gate.EnterWriteLock();
        gate.EnterReadLock();
        gate.EnterReadLock();
        var held = Counts(gate);
        gate.ExitReadLock();
        gate.ExitReadLock();
        gate.ExitWriteLock();
        gate.ExitUpgradeableReadLock();
        return $"{held}, {Counts(gate)}";

        static string Counts(ReaderWriterLockSlim gate) => $"{gate.RecursiveReadCount} {gate.RecursiveUpgradeCount} {gate.RecursiveWriteCount}";
    }

    [Program(Type + "EnterWriteLock", "read after read, write after read, upgrade after read, read after write, not held, recursive write after read")]
    public static string What_the_policy_forbids_is_refused()
    {
        using var plain = new ReaderWriterLockSlim();
        using var recursive = new ReaderWriterLockSlim(LockRecursionPolicy.SupportsRecursion);
        var refused = new List<string>();
        void Try(string what, Action action)
        {
            try
            {
                action();
            }
            catch (Exception exception) when (exception is LockRecursionException or SynchronizationLockException)
            {
                refused.Add(what);
            }
        }

        plain.EnterReadLock();
        Try("read after read", plain.EnterReadLock);
        Try("write after read", plain.EnterWriteLock);
        Try("upgrade after read", plain.EnterUpgradeableReadLock);
        plain.ExitReadLock();
        plain.EnterWriteLock();
        Try("read after write", plain.EnterReadLock);
        plain.ExitWriteLock();
        Try("not held", plain.ExitWriteLock);
        recursive.EnterReadLock();
        Try("recursive read after read", recursive.EnterReadLock);
        Try("recursive write after read", recursive.EnterWriteLock);
        recursive.ExitReadLock();
        recursive.ExitReadLock();
        return string.Join(", ", refused);
    }

    [Program(Type + "get_WaitingReadCount", "1 1 1, then 0 0 0", Also = [Type + "get_WaitingWriteCount", Type + "get_WaitingUpgradeCount"])]
    public static async Task<string> All_that_wait_for_a_writer_are_counted()
    {
        using var gate = new ReaderWriterLockSlim();
        gate.EnterWriteLock();
        void Use(Action enter, Action exit)
        {
            enter();
            exit();
        }

        var others = Task.WhenAll(
            Task.Run(() => Use(gate.EnterReadLock, gate.ExitReadLock)),
            Task.Run(() => Use(gate.EnterWriteLock, gate.ExitWriteLock)),
            Task.Run(() => Use(gate.EnterUpgradeableReadLock, gate.ExitUpgradeableReadLock)));
        Pause.For(10);
        var waiting = Waiting();
        gate.ExitWriteLock();
        await others;
        return $"{waiting}, then {Waiting()}";

        string Waiting() => $"{gate.WaitingReadCount} {gate.WaitingWriteCount} {gate.WaitingUpgradeCount}";
    }

    [Program(Type + "get_CurrentReadCount", "0 2 0")]
    public static async Task<string> Readers_are_counted_while_they_read()
    {
        using var gate = new ReaderWriterLockSlim();
        using var isRead = new ManualResetEventSlim();
        void Read()
        {
            gate.EnterReadLock();
            isRead.Wait();
            gate.ExitReadLock();
        }

        var before = gate.CurrentReadCount;
        var readers = Task.WhenAll(Task.Run(Read), Task.Run(Read));
        Pause.For(10);
        var during = gate.CurrentReadCount;
        isRead.Set();
        await readers;
        return $"{before} {during} {gate.CurrentReadCount}";
    }

    private static async Task<string> CountAsync(Action<ReaderWriterLockSlim> enter, Action<ReaderWriterLockSlim> exit, Func<ReaderWriterLockSlim, int> count)
    {
        using var gate = new ReaderWriterLockSlim();
        gate.EnterWriteLock();
        var other = Task.Run(() =>
        {
            enter(gate);
            exit(gate);
        });
        var seen = count(gate);
        gate.ExitWriteLock();
        other.Wait();
        return await Task.FromResult($"{seen}");
    }
}
