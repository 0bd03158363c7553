namespace Controlled.Locks;

public static class SpinLockPrograms
{
    private const string Enter = "System.Threading.SpinLock::Enter";
    private const string TryEnter = "System.Threading.SpinLock::TryEnter";
    private const string Exit = "System.Threading.SpinLock::Exit";
    private const string IsHeld = "System.Threading.SpinLock::get_IsHeld";
    private const string IsHeldHere = "System.Threading.SpinLock::get_IsHeldByCurrentThread";

    [Program(Enter, "4", Also = [Exit])]
    public static async Task<string> Spin_lock_around_an_update_keeps_all()
    {
        var (tracked, untracked, count) = (new SpinLock(), new SpinLock(false), 0);
        void Add(ref SpinLock spin, bool useMemoryBarrier)
        {
            var isTaken = false;
            try
            {
                spin.Enter(ref isTaken);
                var read = Volatile.Read(ref count);
                Volatile.Write(ref count, read + 1);
            }
            finally
            {
                if (isTaken) spin.Exit(useMemoryBarrier);
            }
        }

        await Task.WhenAll(Task.Run(() => Add(ref tracked, true)), Task.Run(() => Add(ref tracked, false)));
        await Task.WhenAll(Task.Run(() => Add(ref untracked, true)), Task.Run(() => Add(ref untracked, false)));
        return $"{count}";
    }

    [Program(Enter, "1", "2", Also = [Exit])]
    public static async Task<string> Copies_of_a_spin_lock_exclude_nobody()
    {
        var (spin, count) = (new SpinLock(), 0);
        void Add()
        {
            var copy = spin;
            var isTaken = false;
            copy.Enter(ref isTaken);
            var read = Volatile.Read(ref count);
            Volatile.Write(ref count, read + 1);
            copy.Exit();
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{count}";
    }

    [Program(Enter, "done", "deadlock", Also = [Exit])]
    public static async Task<string> Spin_locks_in_two_orders_block_each_other()
    {
        var (a, b) = (new SpinLock(), new SpinLock());
        static void Both(ref SpinLock first, ref SpinLock second)
        {
            var (isFirst, isSecond) = (false, false);
            first.Enter(ref isFirst);
            second.Enter(ref isSecond);
            second.Exit();
            first.Exit();
        }

        await Task.WhenAll(Task.Run(() => Both(ref a, ref b)), Task.Run(() => Both(ref b, ref a)));
        return "done";
    }

    [Program(TryEnter, "False False False True, True False, recursion, not held", Also = [IsHeld, IsHeldHere, Exit])]
    public static async Task<string> Attempts_on_a_held_lock_give_up_after_their_time()
    {
        using var held = new ManualResetEventSlim();
        var spin = new SpinLock(true);
        var holder = Task.Run(() =>
        {
            var isTaken = false;
            spin.Enter(ref isTaken);
            held.Set();
            Pause.For(1000);
            spin.Exit();
        });
        held.Wait();
        var (a, b, c, d) = (false, false, false, false);
        spin.TryEnter(ref a);
        spin.TryEnter(10, ref b);
        spin.TryEnter(TimeSpan.FromMilliseconds(10), ref c);
        var seen = $"{spin.IsHeld} {spin.IsHeldByCurrentThread}";
        spin.TryEnter(5000, ref d);
        var refused = "";
        try
        {
            var again = false;
            spin.Enter(ref again);
        }
        catch (LockRecursionException)
        {
            refused = "recursion";
        }

        spin.Exit();
        try
        {
            spin.Exit();
        }
        catch (SynchronizationLockException)
        {
            refused += ", not held";
        }

        holder.Wait();
        return await Task.FromResult($"{a} {b} {c} {d}, {seen}, {refused}");
    }

    [Program(TryEnter, "2 done", "1 done", Also = [IsHeldHere])]
    public static async Task<string> Work_is_skipped_while_another_does_it()
    {
        var (spin, done) = (new SpinLock(), 0);
        void Tick()
        {
            var isTaken = false;
            spin.TryEnter(ref isTaken);
            if (!spin.IsHeldByCurrentThread) return;
            Volatile.Write(ref done, done + 1);
            spin.Exit();
        }

        await Task.WhenAll(Task.Run(Tick), Task.Run(Tick));
        return $"{done} done";
    }

    [Program(IsHeld, "1", "2", Also = [Enter, Exit])]
    public static async Task<string> Lock_that_was_seen_free_is_not_free_any_more()
    {
        var (spin, waited, readers) = (new SpinLock(), 0, 0);
        void Work()
        {
            if (!spin.IsHeld) Interlocked.Increment(ref readers);
            var isTaken = false;
            spin.Enter(ref isTaken);
            Volatile.Write(ref waited, 1);
            spin.Exit();
        }

        await Task.WhenAll(Task.Run(Work), Task.Run(Work));
        return $"{readers}";
    }
}
