namespace Controlled.Locks;

internal static class MonitorTryPrograms
{
    [Program("System.Threading.Monitor::TryEnter", "False False False False False False True", Also = ["System.Threading.Monitor::Exit"])]
    public static async Task<string> Attempts_on_a_held_lock_give_up_after_their_time()
    {
        using var held = new ManualResetEventSlim();
        var gate = new object();
        var holder = Task.Run(() =>
        {
            lock (gate)
            {
                held.Set();
                Pause.For(1000);
            }
        });
        held.Wait();
        var (a, b, c) = (false, false, false);
        var answers = new List<bool> { Monitor.TryEnter(gate), Monitor.TryEnter(gate, 10), Monitor.TryEnter(gate, TimeSpan.FromMilliseconds(10)) };
        Monitor.TryEnter(gate, ref a);
        Monitor.TryEnter(gate, 10, ref b);
        Monitor.TryEnter(gate, TimeSpan.FromMilliseconds(10), ref c);
        answers.AddRange([a, b, c, Monitor.TryEnter(gate, 5000)]);
        Monitor.Exit(gate);
        await holder;
        return string.Join(' ', answers);
    }

    [Program("System.Threading.Monitor::TryEnter", "2 done, 0 skipped", "1 done, 1 skipped", Also = ["System.Threading.Monitor::IsEntered", "System.Threading.Monitor::Exit"])]
    public static async Task<string> Work_is_skipped_while_another_does_it()
    {
        var (gate, done, skipped) = (new object(), 0, 0);
        void Tick()
        {
            Monitor.TryEnter(gate);
            if (Monitor.IsEntered(gate))
            {
                Volatile.Write(ref done, done + 1);
                Monitor.Exit(gate);
            }
            else
            {
                Interlocked.Increment(ref skipped);
            }
        }

        await Task.WhenAll(Task.Run(Tick), Task.Run(Tick));
        return $"{done} done, {skipped} skipped";
    }

    [Program("System.Threading.Monitor::Exit", "done", "throws SynchronizationLockException")]
    public static async Task<string> Lock_is_given_back_though_it_was_not_taken()
    {
        var (gate, count) = (new object(), 0);
        void Tick()
        {
            try
            {
                Monitor.TryEnter(gate);
                Volatile.Write(ref count, 1);
            }
            finally
            {
                Monitor.Exit(gate);
            }
        }

        await Task.WhenAll(Task.Run(Tick), Task.Run(Tick));
        return "done";
    }

    [Program("System.Threading.Monitor::IsEntered", "True True True False")]
    public static string Lock_can_be_taken_again_by_its_holder()
    {
        var gate = new object();
        var held = new List<bool>();
        lock (gate)
        {
            lock (gate) held.Add(Monitor.IsEntered(gate));
            held.Add(Monitor.IsEntered(gate));
            held.Add(!Task.Run(() => Monitor.IsEntered(gate)).Result);
        }

        held.Add(Monitor.IsEntered(gate));
        return string.Join(' ', held);
    }

    [Program("System.Threading.Monitor::PulseAll", "3", Also = ["System.Threading.Monitor::Wait"])]
    public static async Task<string> All_who_wait_go_on_when_the_gate_opens()
    {
        var (gate, isOpen, passed) = (new object(), false, 0);
        var waiting = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            lock (gate)
            {
                while (!isOpen) Monitor.Wait(gate);
                passed++;
            }
        })).ToArray();
        lock (gate)
        {
            isOpen = true;
            Monitor.PulseAll(gate);
        }

        await Task.WhenAll(waiting);
        return $"{passed}";
    }

    [Program("System.Threading.Monitor::PulseAll", "done", "throws InvalidOperationException", Also = ["System.Threading.Monitor::Wait"])]
    public static async Task<string> Waiting_once_instead_of_until_takes_from_an_empty_queue()
    {
        var (gate, queue) = (new object(), new Queue<int>());
        void Take()
        {
            lock (gate)
            {
                if (queue.Count == 0) Monitor.Wait(gate);
                queue.Dequeue();
            }
        }

        var consumers = new[] { Task.Run(Take), Task.Run(Take) };
        for (var i = 0; i < 2; i++)
        {
            lock (gate)
            {
                queue.Enqueue(i);
                Monitor.PulseAll(gate);
            }
        }

        await Task.WhenAll(consumers);
        return "done";
    }

    [Program("System.Threading.Monitor::Pulse", "wc", "cw", Also = ["System.Threading.Monitor::Wait"])]
    public static async Task<string> Pulsed_thread_competes_for_the_lock()
    {
        using var ready = new ManualResetEventSlim();
        var (gate, order) = (new object(), "");
        var waiter = Task.Run(() =>
        {
            lock (gate)
            {
                ready.Set();
                Monitor.Wait(gate);
                order += "w";
            }
        });
        ready.Wait();
        var other = Task.Run(() =>
        {
            lock (gate) order += "c";
        });
        lock (gate) Monitor.Pulse(gate);
        await Task.WhenAll(waiter, other);
        return order;
    }

    [Program("System.Threading.Monitor::Wait", "False False False False, 40 ms")]
    public static string Waits_without_a_pulse_end_after_their_time()
    {
        var gate = new object();
        var ten = TimeSpan.FromMilliseconds(10);
        var started = DateTime.UtcNow;
        lock (gate)
        {
            return $"{Monitor.Wait(gate, 10)} {Monitor.Wait(gate, 10, false)} {Monitor.Wait(gate, ten)} {Monitor.Wait(gate, ten, false)}, {(DateTime.UtcNow - started).TotalMilliseconds} ms";
        }
    }

    [Program("System.Threading.Monitor::Wait", "deadlock")]
    public static async Task<string> Lock_is_held_by_one_who_waits_for_the_waiter()
    {
        using var done = new ManualResetEventSlim();
        var gate = new object();
        var waiter = Task.Run(() =>
        {
            lock (gate) Monitor.Wait(gate);
            done.Set();
        });
        var pulser = Task.Run(() =>
        {
            lock (gate)
            {
                Monitor.Pulse(gate);
                done.Wait();
            }
        });
        await Task.WhenAll(waiter, pulser);
        return "done";
    }
}
