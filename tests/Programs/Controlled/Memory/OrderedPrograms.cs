using System.Threading.Channels;

namespace Controlled.Memory;

/// <summary>Programs that are right: everything shared is ordered by something.</summary>
internal static class OrderedPrograms
{
    [MemoryProgram("2")]
    public static async Task<string> Lock_orders_updates()
    {
        var (gate, counter) = (new object(), new Counter());
        void Add()
        {
            lock (gate) counter.Count++;
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{counter.Count}";
    }

    [MemoryProgram("1")]
    public static async Task<string> Task_that_is_awaited_comes_before_what_follows()
    {
        var counter = new Counter();
        var task = Task.Run(() => counter.Count++);
        await task;
        counter.Text = $"{counter.Count}";
        return counter.Text;
    }

    [MemoryProgram("1")]
    public static string Task_that_is_waited_for_comes_before_what_follows()
    {
        var counter = new Counter { Text = "made before the task" };
        var task = Task.Run(() => counter.Count = counter.Text.Length);
        task.Wait();
        return counter.Count > 0 ? "1" : "0";
    }

    [MemoryProgram("3")]
    public static async Task<string> Results_of_all_tasks_are_there_when_all_are_done()
    {
        var parts = new int[2];
        await Task.WhenAll(Task.Run(() => parts[0] = 1), Task.Run(() => parts[1] = 2));
        return $"{parts[0] + parts[1]}";
    }

    [MemoryProgram("sent")]
    public static async Task<string> Channel_hands_over_what_was_written_before()
    {
        var channel = Channel.CreateUnbounded<Counter>();
        var reading = Task.Run(async () => (await channel.Reader.ReadAsync()).Text);
        var counter = new Counter();
        counter.Text = "sent";
        await channel.Writer.WriteAsync(counter);
        return await reading;
    }

    [MemoryProgram("published")]
    public static async Task<string> Promise_hands_over_what_was_written_before()
    {
        var (promise, counter) = (new TaskCompletionSource(), new Counter());
        var reading = Task.Run(async () =>
        {
            await promise.Task;
            return counter.Text;
        });
        counter.Text = "published";
        promise.SetResult();
        return await reading;
    }

    [MemoryProgram("early", "published")]
    public static async Task<string> Volatile_flag_publishes_what_was_written_before()
    {
        var counter = new Counter();
        var writing = Task.Run(() =>
        {
            counter.Text = "published";
            counter.IsReady = true;
        });
        var text = counter.IsReady ? counter.Text : "early";
        await writing;
        return text;
    }

    [MemoryProgram("2")]
    public static async Task<string> Semaphore_orders_updates()
    {
        using var gate = new SemaphoreSlim(1);
        var counter = new Counter();
        void Add()
        {
            gate.Wait();
            counter.Count++;
            gate.Release();
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{counter.Count}";
    }

    [MemoryProgram("2")]
    public static async Task<string> Semaphore_that_is_awaited_orders_updates()
    {
        using var gate = new SemaphoreSlim(1);
        var counter = new Counter();
        async Task AddAsync()
        {
            await gate.WaitAsync();
            counter.Count++;
            gate.Release();
        }

        await Task.WhenAll(Task.Run(AddAsync), Task.Run(AddAsync));
        return $"{counter.Count}";
    }

    [MemoryProgram("1")]
    public static string Thread_that_is_joined_comes_before_what_follows()
    {
        var counter = new Counter();
        var thread = new Thread(() => counter.Count++);
        thread.Start();
        thread.Join();
        return $"{counter.Count}";
    }

    [MemoryProgram("2")]
    public static async Task<string> Interlocked_updates_are_no_race()
    {
        var counter = new Counter();
        await Task.WhenAll(Task.Run(() => Interlocked.Increment(ref counter.Count)), Task.Run(() => Interlocked.Increment(ref counter.Count)));
        return $"{counter.Count}";
    }

    [MemoryProgram("early", "published")]
    public static async Task<string> Volatile_write_publishes_what_was_written_before()
    {
        var counter = new Counter();
        var writing = Task.Run(() =>
        {
            counter.Text = "published";
            Volatile.Write(ref counter.Count, 1);
        });
        var text = Volatile.Read(ref counter.Count) == 1 ? counter.Text : "early";
        await writing;
        return text;
    }

    [MemoryProgram("1 2")]
    public static async Task<string> Parts_of_a_struct_are_places_of_their_own()
    {
        var counter = new Counter();
        await Task.WhenAll(Task.Run(() => counter.Totals.Hits = 1), Task.Run(() => counter.Totals.Misses = 2));
        return $"{counter.Totals.Hits} {counter.Totals.Misses}";
    }

    [MemoryProgram("ab")]
    public static async Task<string> Continuation_comes_after_its_task_and_its_maker()
    {
        var counter = new Counter();
        var first = Task.Run(() => counter.Text += "a");
        var maker = new Counter { Text = "b" };
        await first.ContinueWith(_ => counter.Text += maker.Text, TaskScheduler.Default);
        return counter.Text;
    }

    [MemoryProgram("2")]
    public static async Task<string> Lock_object_orders_updates()
    {
        var (gate, counter) = (new Lock(), new Counter());
        void Add()
        {
            lock (gate) counter.Count++;
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{counter.Count}";
    }

    [MemoryProgram("set")]
    public static string Event_orders_what_was_written_before_it_was_set()
    {
        using var signal = new ManualResetEventSlim();
        var counter = new Counter();
        var thread = new Thread(() =>
        {
            counter.Text = "set";
            signal.Set();
        });
        thread.Start();
        signal.Wait();
        return counter.Text;
    }

    [MemoryProgram("6")]
    public static async Task<string> Awaits_in_turn_stay_one_flow()
    {
        var counter = new Counter();
        async Task AddAsync(int amount)
        {
            var read = counter.Count;
            await Task.Yield();
            counter.Count = read + amount;
        }

        await AddAsync(1);
        await AddAsync(2);
        await AddAsync(3);
        return $"{counter.Count}";
    }
}
