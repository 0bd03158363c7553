namespace ControlPrograms;

/// <summary>Async code: awaits are its only scheduling points.</summary>
public static class AsyncPrograms
{
    private const int WorkerCount = 8;
    private const int RoundCount = 5;
    private const int ItemCount = 8;

    /// <summary>Eight pieces of work that give way in between, and one that waits for all.</summary>
    public static async Task FanOutFanIn()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, WorkerCount).Select(WorkAsync));
        Expect.Equal(WorkerCount * RoundCount, results.Sum());

        static async Task<int> WorkAsync(int number)
        {
            var done = 0;
            for (var i = 0; i < RoundCount; i++)
            {
                await Task.Yield();
                done++;
            }

            return done;
        }
    }

    /// <summary>The same, each piece of work handed to the thread pool.</summary>
    public static async Task TasksFanOutFanIn()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, WorkerCount).Select(static _ => Task.Run(WorkAsync)));
        Expect.Equal(WorkerCount * RoundCount, results.Sum());

        static async Task<int> WorkAsync()
        {
            var done = 0;
            for (var i = 0; i < RoundCount; i++)
            {
                await Task.Yield();
                done++;
            }

            return done;
        }
    }

    /// <summary>Four read, give way, and write: updates are lost, which each schedule shows or not.</summary>
    public static async Task LostUpdate()
    {
        var balance = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DepositAsync()));
        Expect.Between(1, 4, balance);

        async Task DepositAsync()
        {
            await Task.Yield();
            var read = balance;
            await Task.Yield();
            balance = read + 1;
        }
    }

    /// <summary>Two producers and two consumers with a bounded queue, guarded by semaphores.</summary>
    public static async Task ProducerConsumer()
    {
        using var free = new SemaphoreSlim(2);
        using var filled = new SemaphoreSlim(0);
        var queue = new Queue<int>();
        var sum = 0;
        await Task.WhenAll(ProduceAsync(1), ConsumeAsync(), ProduceAsync(10), ConsumeAsync());
        Expect.Equal(ItemCount * 11, sum);

        async Task ProduceAsync(int value)
        {
            for (var i = 0; i < ItemCount; i++)
            {
                await free.WaitAsync();
                queue.Enqueue(value);
                filled.Release();
            }
        }

        async Task ConsumeAsync()
        {
            for (var i = 0; i < ItemCount; i++)
            {
                await filled.WaitAsync();
                sum += queue.Dequeue();
                free.Release();
            }
        }
    }

    /// <summary>Two that answer each other through task completion sources.</summary>
    public static async Task PingPong()
    {
        var balls = Enumerable.Range(0, 2 * ItemCount).Select(static _ => new TaskCompletionSource<int>()).ToArray();
        await Task.WhenAll(PlayAsync(0), PlayAsync(1));
        Expect.Equal((2 * ItemCount) - 1, await balls[^1].Task);

        async Task PlayAsync(int first)
        {
            for (var i = first; i < balls.Length; i += 2)
            {
                var received = i == 0 ? -1 : await balls[i - 1].Task;
                await Task.Yield();
                balls[i].SetResult(received + 1);
            }
        }
    }
}
