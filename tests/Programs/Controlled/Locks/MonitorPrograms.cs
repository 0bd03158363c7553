namespace Controlled.Locks;

public static class MonitorPrograms
{
    [Program("System.Threading.Monitor::Enter", "2", Also = ["System.Threading.Monitor::Exit"])]
    public static async Task<string> Lock_around_an_update_keeps_both()
    {
        var (gate, count) = (new object(), 0);
        void Add()
        {
            lock (gate)
            {
                var read = count;
                Thread.Yield();
                count = read + 1;
            }
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{count}";
    }

    [Program("System.Threading.Monitor::Enter", "1", "2", Also = ["System.Threading.Monitor::Exit"])]
    public static async Task<string> Lock_that_is_left_between_read_and_write_loses_one()
    {
        var (gate, count) = (new object(), 0);
        void Add()
        {
            int read;
            lock (gate) read = count;
            lock (gate) count = read + 1;
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{count}";
    }

    [Program("System.Threading.Monitor::Enter", "done", "deadlock")]
    public static async Task<string> Locks_in_two_orders_block_each_other()
    {
        var (a, b) = (new object(), new object());
        await Task.WhenAll(
            Task.Run(() =>
            {
                lock (a)
                {
                    lock (b)
                    {
                    }
                }
            }),
            Task.Run(() =>
            {
                lock (b)
                {
                    lock (a)
                    {
                    }
                }
            }));
        return "done";
    }

    [Program("System.Threading.Monitor::Wait", "1 2 3", Also = ["System.Threading.Monitor::Pulse"])]
    public static async Task<string> Bounded_buffer_hands_over_in_order()
    {
        var (gate, full, item, got) = (new object(), false, 0, new List<int>());
        var producer = Task.Run(() =>
        {
            for (var i = 1; i <= 3; i++)
            {
                lock (gate)
                {
                    while (full) Monitor.Wait(gate);
                    (item, full) = (i, true);
                    Monitor.Pulse(gate);
                }
            }
        });
        var consumer = Task.Run(() =>
        {
            for (var i = 1; i <= 3; i++)
            {
                lock (gate)
                {
                    while (!full) Monitor.Wait(gate);
                    got.Add(item);
                    full = false;
                    Monitor.Pulse(gate);
                }
            }
        });
        await Task.WhenAll(producer, consumer);
        return string.Join(' ', got);
    }

    [Program("System.Threading.Monitor::Wait", "woken", "deadlock", Also = ["System.Threading.Monitor::Pulse"])]
    public static async Task<string> Pulse_before_the_wait_is_lost()
    {
        var gate = new object();
        var waiter = Task.Run(() =>
        {
            lock (gate) Monitor.Wait(gate);
        });
        var pulser = Task.Run(() =>
        {
            lock (gate) Monitor.Pulse(gate);
        });
        await Task.WhenAll(waiter, pulser);
        return "woken";
    }

    [Program("System.Threading.Monitor::Wait", "False after 3600 s")]
    public static string Wait_with_a_timeout_passes_on_virtual_time()
    {
        var gate = new object();
        var started = DateTime.UtcNow;
        bool isPulsed;
        lock (gate) isPulsed = Monitor.Wait(gate, TimeSpan.FromHours(1));
        return $"{isPulsed} after {(DateTime.UtcNow - started).TotalSeconds} s";
    }
}
