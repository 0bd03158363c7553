namespace ControlPrograms;

/// <summary>Code that blocks: each piece of work keeps a stack, and so a thread.</summary>
public static class LockPrograms
{
    private const int WorkerCount = 3;
    private const int RoundCount = 4;
    private const int ItemCount = 6;

    /// <summary>Three count under a lock.</summary>
    public static async Task CountUnderLock()
    {
        var gate = new object();
        var count = 0;
        await Task.WhenAll(Enumerable.Range(0, WorkerCount).Select(_ => Task.Run(Work)));
        Expect.Equal(WorkerCount * RoundCount, count);

        void Work()
        {
            for (var i = 0; i < RoundCount; i++)
            {
                lock (gate)
                {
                    count++;
                }
            }
        }
    }

    /// <summary>Three read under a lock and write under it again, on threads of their own: updates are lost.</summary>
    public static Task LostUpdateOnThreads()
    {
        var gate = new object();
        var count = 0;
        var threads = Enumerable.Range(0, WorkerCount).Select(_ => new Thread(Work)).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Expect.Between(1, WorkerCount, count);
        return Task.CompletedTask;

        void Work()
        {
            int read;
            lock (gate) read = count;
            lock (gate) count = read + 1;
        }
    }

    /// <summary>Two producers and two consumers with a bounded buffer that waits and pulses.</summary>
    public static async Task BoundedBuffer()
    {
        var queue = new Queue<int>();
        var sum = 0;
        await Task.WhenAll(Task.Run(() => Produce(1)), Task.Run(Consume), Task.Run(() => Produce(10)), Task.Run(Consume));
        Expect.Equal(ItemCount * 11, sum);

        void Produce(int value)
        {
            for (var i = 0; i < ItemCount; i++)
            {
                lock (queue)
                {
                    while (queue.Count == 2) Monitor.Wait(queue);
                    queue.Enqueue(value);
                    Monitor.PulseAll(queue);
                }
            }
        }

        void Consume()
        {
            for (var i = 0; i < ItemCount; i++)
            {
                lock (queue)
                {
                    while (queue.Count == 0) Monitor.Wait(queue);
                    sum += queue.Dequeue();
                    Monitor.PulseAll(queue);
                }
            }
        }
    }

    /// <summary>Transfers between two accounts: both locks, always in one order.</summary>
    public static async Task TwoLocks()
    {
        var (first, second) = (new object(), new object());
        var (left, right) = (10, 10);
        await Task.WhenAll(Task.Run(() => Transfer(1)), Task.Run(() => Transfer(-1)), Task.Run(() => Transfer(2)));
        Expect.Equal(20, left + right);

        void Transfer(int amount)
        {
            for (var i = 0; i < 2; i++)
            {
                lock (first)
                {
                    lock (second)
                    {
                        left -= amount;
                        right += amount;
                    }
                }
            }
        }
    }

    /// <summary>Four philosophers; the last one takes his forks the other way round, so that nobody starves.</summary>
    public static async Task DiningPhilosophers()
    {
        const int count = 4;
        var forks = Enumerable.Range(0, count).Select(static _ => new object()).ToArray();
        var meals = new int[count];
        await Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(() => Dine(number))));
        Expect.Equal(2 * count, meals.Sum());

        void Dine(int number)
        {
            var (low, high) = (Math.Min(number, (number + 1) % count), Math.Max(number, (number + 1) % count));
            for (var i = 0; i < 2; i++)
            {
                lock (forks[low])
                {
                    lock (forks[high]) meals[number]++;
                }
            }
        }
    }
}
