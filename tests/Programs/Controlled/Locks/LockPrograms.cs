namespace Controlled.Locks;

public static class LockPrograms
{
    private const string EnterScope = "System.Threading.Lock::EnterScope";
    private const string ScopeDispose = "System.Threading.Lock/Scope::Dispose";
    private const string IsHeld = "System.Threading.Lock::get_IsHeldByCurrentThread";

    [Program(EnterScope, "2 True False", Also = [ScopeDispose, IsHeld])]
    public static async Task<string> Lock_statement_around_an_update_keeps_both()
    {
        var (gate, count, wasHeld) = (new Lock(), 0, true);
        void Add()
        {
            lock (gate)
            {
                var read = Volatile.Read(ref count);
                Volatile.Write(ref count, read + 1);
                wasHeld &= gate.IsHeldByCurrentThread;
            }
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{count} {wasHeld} {gate.IsHeldByCurrentThread}";
    }

    [Program(EnterScope, "done", "deadlock", Also = [ScopeDispose])]
    public static async Task<string> Locks_in_two_orders_block_each_other()
    {
        var (a, b) = (new Lock(), new Lock());
        var first = Task.Run(() =>
        {
            using (a.EnterScope())
            {
                lock (b)
                {
                }
            }
        });
        var second = Task.Run(() =>
        {
            lock (b)
            {
                lock (a)
                {
                }
            }
        });
        await Task.WhenAll(first, second);
        return "done";
    }

    [Program("System.Threading.Lock::TryEnter", "False False False True True", Also = ["System.Threading.Lock::Enter", "System.Threading.Lock::Exit"])]
    public static async Task<string> Attempts_on_a_held_lock_give_up_after_their_time()
    {
        using var held = new ManualResetEventSlim();
        var gate = new Lock();
        var holder = Task.Run(() =>
        {
            gate.Enter();
            held.Set();
            Pause.For(1000);
            gate.Exit();
        });
        held.Wait();
        var answers = new List<bool> { gate.TryEnter(), gate.TryEnter(10), gate.TryEnter(TimeSpan.FromMilliseconds(10)), gate.TryEnter(5000), gate.TryEnter() };
        gate.Exit();
        gate.Exit();
        await holder;
        return string.Join(' ', answers);
    }

    [Program("System.Threading.Lock::TryEnter", "2 done", "1 done", Also = [IsHeld, "System.Threading.Lock::Exit"])]
    public static async Task<string> Work_is_skipped_while_another_does_it()
    {
        var (gate, done) = (new Lock(), 0);
        void Tick()
        {
            gate.TryEnter();
            if (!gate.IsHeldByCurrentThread) return;
            Volatile.Write(ref done, done + 1);
            gate.Exit();
        }

        await Task.WhenAll(Task.Run(Tick), Task.Run(Tick));
        return $"{done} done";
    }

    [Program("System.Threading.Lock::Enter", "deadlock", "throws FormatException", Also = ["System.Threading.Lock::Exit"])]
    public static async Task<string> Lock_that_is_not_given_back_on_failure_blocks_the_next()
    {
        var (gate, sum) = (new Lock(), 0);
        void Add(string text)
        {
            gate.Enter();
            sum += int.Parse(text);
            gate.Exit();
        }

        await Task.WhenAll(Task.Run(() => Add("1")), Task.Run(() => Add("one")));
        return $"{sum}";
    }

    [Program("System.Threading.Lock::Exit", "throws SynchronizationLockException")]
    public static async Task<string> Lock_cannot_be_given_back_by_another()
    {
        var gate = new Lock();
        gate.Enter();
        try
        {
            var other = Task.Run(gate.Exit);
            other.Wait();
        }
        catch (AggregateException exception)
        {
            throw exception.InnerException!;
        }
        finally
        {
            gate.Exit();
        }

        return await Task.FromResult("done");
    }
}
