namespace Controlled.Locks;

public static class ReaderWriterLockSlimPrograms
{
    private const string Type = "System.Threading.ReaderWriterLockSlim::";

    [Program(Type + "EnterReadLock", "2 2", Also = [Type + "ExitReadLock", Type + "EnterWriteLock", Type + "ExitWriteLock", Type + "Dispose"])]
    public static async Task<string> Readers_see_whole_updates()
    {
        var gate = new ReaderWriterLockSlim();
        var (left, right, isTorn) = (0, 0, false);
        void Write()
        {
            gate.EnterWriteLock();
            Volatile.Write(ref left, left + 1);
            Volatile.Write(ref right, right + 1);
            gate.ExitWriteLock();
        }

        void Read()
        {
            gate.EnterReadLock();
            isTorn |= Volatile.Read(ref left) != Volatile.Read(ref right);
            gate.ExitReadLock();
        }

        await Task.WhenAll(Task.Run(Write), Task.Run(Read), Task.Run(Write), Task.Run(Read));
        gate.Dispose();
        return isTorn ? "torn" : $"{left} {right}";
    }

    [Program(Type + "EnterReadLock", "1", "2", Also = [Type + "ExitReadLock", Type + "EnterWriteLock", Type + "ExitWriteLock"])]
    public static async Task<string> What_was_checked_as_a_reader_is_not_checked_again_as_a_writer()
    {
        using var gate = new ReaderWriterLockSlim();
        var (isLoaded, loads) = (false, 0);
        void Load()
        {
            gate.EnterReadLock();
            var isThere = isLoaded;
            gate.ExitReadLock();
            if (isThere) return;
            gate.EnterWriteLock();
            (isLoaded, loads) = (true, loads + 1);
            gate.ExitWriteLock();
        }

        await Task.WhenAll(Task.Run(Load), Task.Run(Load));
        return $"{loads}";
    }

    [Program(Type + "EnterUpgradeableReadLock", "1", Also = [Type + "ExitUpgradeableReadLock", Type + "get_IsUpgradeableReadLockHeld", Type + "get_IsWriteLockHeld", Type + "get_IsReadLockHeld"])]
    public static async Task<string> Upgradeable_reader_checks_and_writes_in_one()
    {
        using var gate = new ReaderWriterLockSlim();
        var (isLoaded, loads) = (false, 0);
        void Load()
        {
            gate.EnterUpgradeableReadLock();
            if (!Volatile.Read(ref isLoaded))
            {
                gate.EnterWriteLock();
                (isLoaded, loads) = (true, loads + 1);
                if (!gate.IsWriteLockHeld || !gate.IsUpgradeableReadLockHeld || gate.IsReadLockHeld) loads = -1;
                gate.ExitWriteLock();
            }

            gate.ExitUpgradeableReadLock();
        }

        await Task.WhenAll(Task.Run(Load), Task.Run(Load));
        return $"{loads}";
    }

    [Program(Type + "EnterUpgradeableReadLock", "done", "deadlock", Also = [Type + "ExitUpgradeableReadLock"])]
    public static async Task<string> Upgrade_waits_for_a_reader_who_waits_for_the_upgrader()
    {
        using var gate = new ReaderWriterLockSlim();
        var other = new object();
        var upgrader = Task.Run(() =>
        {
            lock (other)
            {
                gate.EnterUpgradeableReadLock();
                gate.EnterWriteLock();
                gate.ExitWriteLock();
                gate.ExitUpgradeableReadLock();
            }
        });
        var reader = Task.Run(() =>
        {
            gate.EnterReadLock();
            lock (other) gate.ExitReadLock();
        });
        await Task.WhenAll(upgrader, reader);
        return "done";
    }

    [Program(Type + "EnterWriteLock", "done", "deadlock", Also = [Type + "ExitWriteLock"])]
    public static async Task<string> Write_locks_in_two_orders_block_each_other()
    {
        using var a = new ReaderWriterLockSlim();
        using var b = new ReaderWriterLockSlim();
        static void Both(ReaderWriterLockSlim first, ReaderWriterLockSlim second)
        {
            first.EnterWriteLock();
            second.EnterWriteLock();
            second.ExitWriteLock();
            first.ExitWriteLock();
        }

        await Task.WhenAll(Task.Run(() => Both(a, b)), Task.Run(() => Both(b, a)));
        return "done";
    }

    [Program(Type + "EnterReadLock", "done", "deadlock")]
    public static async Task<string> Reader_who_reads_again_behind_a_waiting_writer_blocks_itself()
    {
        using var gate = new ReaderWriterLockSlim();
        var reader = Task.Run(() =>
        {
            gate.EnterReadLock();
            Task.Run(() =>
            {
                gate.EnterReadLock();
                gate.ExitReadLock();
            }).Wait();
            gate.ExitReadLock();
        });
        var writer = Task.Run(() =>
        {
            gate.EnterWriteLock();
            gate.ExitWriteLock();
        });
        await Task.WhenAll(reader, writer);
        return "done";
    }

    [Program(
        Type + "TryEnterReadLock",
        "False False False False False False, True",
        Also = [Type + "TryEnterUpgradeableReadLock", Type + "TryEnterWriteLock", Type + "get_IsWriteLockHeld"])]
    public static async Task<string> Attempts_give_up_after_their_time()
    {
        using var gate = new ReaderWriterLockSlim();
        using var held = new ManualResetEventSlim();
        var ten = TimeSpan.FromMilliseconds(10);
        var writer = Task.Run(() =>
        {
            gate.EnterWriteLock();
            held.Set();
            Pause.For(1000);
            gate.ExitWriteLock();
        });
        held.Wait();
        bool[] answers =
        [
            gate.TryEnterReadLock(10), gate.TryEnterReadLock(ten), gate.TryEnterUpgradeableReadLock(10), gate.TryEnterUpgradeableReadLock(ten),
            gate.TryEnterWriteLock(0), gate.TryEnterWriteLock(ten),
        ];
        var last = gate.TryEnterWriteLock(5000) && gate.IsWriteLockHeld;
        gate.ExitWriteLock();
        await writer;
        return $"{string.Join(' ', answers)}, {last}";
    }

    [Program(
        Type + "TryEnterWriteLock",
        "2 done",
        "1 done",
        Also = [Type + "get_IsWriteLockHeld", Type + "get_RecursiveWriteCount", Type + "ExitWriteLock"])]
    public static async Task<string> Writer_who_does_not_wait_gives_up()
    {
        using var gate = new ReaderWriterLockSlim();
        var done = 0;
        void Tick()
        {
            gate.TryEnterWriteLock(0);
            if (!gate.IsWriteLockHeld) return;
            Volatile.Write(ref done, done + gate.RecursiveWriteCount);
            gate.ExitWriteLock();
        }

        await Task.WhenAll(Task.Run(Tick), Task.Run(Tick));
        return $"{done} done";
    }

    [Program(
        Type + "TryEnterUpgradeableReadLock",
        "2 done",
        "1 done",
        Also = [Type + "get_IsUpgradeableReadLockHeld", Type + "get_RecursiveUpgradeCount", Type + "ExitUpgradeableReadLock"])]
    public static async Task<string> Upgradeable_reader_who_does_not_wait_gives_up()
    {
        using var gate = new ReaderWriterLockSlim();
        var done = 0;
        void Tick()
        {
            gate.TryEnterUpgradeableReadLock(TimeSpan.Zero);
            if (!gate.IsUpgradeableReadLockHeld) return;
            Interlocked.Add(ref done, gate.RecursiveUpgradeCount);
            gate.ExitUpgradeableReadLock();
        }

        await Task.WhenAll(Task.Run(Tick), Task.Run(Tick));
        return $"{done} done";
    }

    [Program(
        Type + "TryEnterReadLock",
        "read",
        "gave up",
        Also = [Type + "get_IsReadLockHeld", Type + "get_RecursiveReadCount", Type + "ExitReadLock"])]
    public static async Task<string> Reader_who_does_not_wait_gives_up_while_another_writes()
    {
        using var gate = new ReaderWriterLockSlim();
        var value = 0;
        var writer = Task.Run(() =>
        {
            gate.EnterWriteLock();
            Volatile.Write(ref value, 1);
            gate.ExitWriteLock();
        });
        var reader = Task.Run(() =>
        {
            gate.TryEnterReadLock(0);
            if (!gate.IsReadLockHeld || gate.RecursiveReadCount == 0) return "gave up";
            gate.ExitReadLock();
            return "read";
        });
        await writer;
        return await reader;
    }
}
