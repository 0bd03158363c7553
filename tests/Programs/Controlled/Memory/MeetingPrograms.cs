namespace Controlled.Memory;

/// <summary>Programs that are right: they meet at a primitive, and use what the others wrote before.</summary>
internal static class MeetingPrograms
{
    [MemoryProgram("3 3")]
    public static async Task<string> Barrier_orders_its_phases()
    {
        using var barrier = new Barrier(2);
        var parts = new int[2];
        int Work(int index)
        {
            parts[index] = index + 1;
            barrier.SignalAndWait();
            return parts[0] + parts[1];
        }

        return string.Join(' ', await Task.WhenAll(Task.Run(() => Work(0)), Task.Run(() => Work(1))));
    }

    [MemoryProgram("3")]
    public static async Task<string> Countdown_orders_what_was_written_before_it()
    {
        using var countdown = new CountdownEvent(2);
        var parts = new int[2];
        void Work(int index)
        {
            parts[index] = index + 1;
            countdown.Signal();
        }

        var workers = new[] { Task.Run(() => Work(0)), Task.Run(() => Work(1)) };
        countdown.Wait();
        var sum = parts[0] + parts[1];
        await Task.WhenAll(workers);
        return $"{sum}";
    }

    [MemoryProgram("2")]
    public static async Task<string> Reader_writer_lock_orders_updates_and_reads()
    {
        using var gate = new ReaderWriterLockSlim();
        var counter = new Counter();
        void Add()
        {
            gate.EnterReadLock();
            var read = counter.Count;
            gate.ExitReadLock();
            gate.EnterWriteLock();
            counter.Count += read >= 0 ? 1 : 0;
            gate.ExitWriteLock();
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{counter.Count}";
    }

    [MemoryProgram("pulsed")]
    public static async Task<string> Pulse_orders_what_was_written_before_it()
    {
        var (gate, counter) = (new object(), new Counter());
        var waiting = Task.Run(() =>
        {
            lock (gate)
            {
                while (counter.Count == 0) Monitor.Wait(gate);
            }

            return counter.Text;
        });
        counter.Text = "pulsed";
        lock (gate)
        {
            counter.Count = 1;
            Monitor.PulseAll(gate);
        }

        return await waiting;
    }

    [MemoryProgram("3")]
    public static async Task<string> All_handles_order_what_was_written_before_each()
    {
        using var first = new AutoResetEvent(false);
        using var second = new ManualResetEvent(false);
        var parts = new int[2];
        void Work(int index, EventWaitHandle done)
        {
            parts[index] = index + 1;
            done.Set();
        }

        var workers = new[] { Task.Run(() => Work(0, first)), Task.Run(() => Work(1, second)) };
        WaitHandle.WaitAll([first, second]);
        var sum = parts[0] + parts[1];
        await Task.WhenAll(workers);
        return $"{sum}";
    }

    [MemoryProgram("2")]
    public static async Task<string> Mutex_and_semaphore_order_updates()
    {
        using var mutex = new Mutex();
        using var semaphore = new Semaphore(1, 1);
        var (guarded, counted) = (new Counter(), new Counter());
        void Add()
        {
            mutex.WaitOne();
            guarded.Count++;
            mutex.ReleaseMutex();
            semaphore.WaitOne();
            counted.Count++;
            semaphore.Release();
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return guarded.Count == counted.Count ? $"{counted.Count}" : "lost";
    }

    [MemoryProgram("2")]
    public static async Task<string> Spin_lock_orders_updates()
    {
        var gate = new SpinLock(enableThreadOwnerTracking: false);
        var counter = new Counter();
        void Add()
        {
            var isTaken = false;
            gate.Enter(ref isTaken);
            counter.Count++;
            gate.Exit();
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{counter.Count}";
    }

    [MemoryProgram("set")]
    public static async Task<string> Handle_of_a_slim_event_orders_what_was_written_before_it_was_set()
    {
        using var signal = new ManualResetEventSlim();
        var counter = new Counter();
        var setting = Task.Run(() =>
        {
            counter.Text = "set";
            signal.Set();
        });
        signal.WaitHandle.WaitOne();
        var text = counter.Text;
        await setting;
        return text;
    }

    [MemoryProgram("ticked", "too early")]
    public static async Task<string> Timer_that_is_disposed_of_and_waited_for_does_not_tick_any_more()
    {
        var counter = new Counter { Text = "too early" };
        using var quiet = new ManualResetEvent(false);
        var timer = new Timer(_ => counter.Text = "ticked", null, 10, Timeout.Infinite);
        await Task.Delay(10);
        timer.Dispose(quiet);
        quiet.WaitOne();
        return counter.Text;
    }

    [MemoryProgram("called", "not called")]
    public static async Task<string> Registered_wait_that_is_ended_and_waited_for_does_not_call_any_more()
    {
        var counter = new Counter { Text = "not called" };
        using var signal = new AutoResetEvent(false);
        using var quiet = new ManualResetEvent(false);
        var registered = ThreadPool.RegisterWaitForSingleObject(signal, (_, _) => counter.Text = "called", null, Timeout.Infinite, executeOnlyOnce: true);
        signal.Set();
        await Task.Yield();
        registered.Unregister(quiet);
        quiet.WaitOne();
        return counter.Text;
    }

    [MemoryProgram("10")]
    public static async Task<string> Parallel_loops_are_over_when_they_return()
    {
        var parts = new int[2];
        Parallel.For(0, 2, index => parts[index] = index + 1);
        var first = parts[0] + parts[1];
        await Parallel.ForEachAsync([0, 1], async (index, cancellation) =>
        {
            await Task.Yield();
            parts[index] += 2;
        });
        return $"{first + parts[0] + parts[1]}";
    }

    [MemoryProgram("stopped")]
    public static string Thread_that_is_seen_to_have_stopped_comes_before()
    {
        var counter = new Counter();
        var thread = new Thread(() => counter.Text = "stopped");
        thread.Start();
        while (thread.ThreadState != ThreadState.Stopped) Thread.Yield();
        return counter.Text;
    }
}
