namespace RecorderTarget;

/// <summary>Async methods of several shapes. Each notes itself in the journal at its beginning and after each await.</summary>
public sealed class Kitchen(Journal journal, IHttpClientFactory clients) : IDisposable
{
    // Long against the few instructions between making a delay and awaiting it: every await of one suspends.
    private const int WaitMs = 50;

    private readonly object _gate = new();
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Where this service listens.</summary>
    public string Address { get; set; } = "";

    /// <summary>Two levels, twice.</summary>
    public async Task<int> OuterAsync(int id)
    {
        journal.Mark(id, "OuterAsync");
        var first = await InnerAsync(id);
        journal.Mark(id, "OuterAsync");
        var second = await InnerAsync(id);
        journal.Mark(id, "OuterAsync");
        return first + second;
    }

    /// <summary>Calls this service itself, with a secret in the query.</summary>
    public async Task<string> CallOutAsync(int id)
    {
        journal.Mark(id, "CallOutAsync");
        using var client = clients.CreateClient();
        var answer = await client.GetStringAsync(new Uri($"{Address}/leaf?id={id + 1000}&token=secret{id}"));
        journal.Mark(id, "CallOutAsync");
        return answer;
    }

    /// <summary>Waits a little.</summary>
    public async Task<int> LeafAsync(int id)
    {
        journal.Mark(id, "LeafAsync");
        await Task.Delay(WaitMs);
        journal.Mark(id, "LeafAsync");
        return id;
    }

    /// <summary>Fails after a wait, with a secret in the message.</summary>
    public async Task<int> FailAsync(int id)
    {
        await Task.Delay(WaitMs);
        journal.Mark(id, "FailAsync");
        throw new InvalidOperationException($"request {id} failed; Password=hunter{id};");
    }

    /// <summary>Hands work to the thread pool and waits for it.</summary>
    public async Task<int> RunAsync(int id)
    {
        journal.Mark(id, "RunAsync");
        var computed = await Task.Run(() =>
        {
            journal.Mark(id, "Run");
            Thread.Sleep(WaitMs); // the await must find it running
            return id * 2;
        });
        journal.Mark(id, "RunAsync");
        await Task.Yield();
        journal.Mark(id, "RunAsync");
        return computed;
    }

    /// <summary>Waits for its turn, as a value task and without a context.</summary>
    public async ValueTask<int> TakeTurnAsync(int id)
    {
        journal.Mark(id, "TakeTurnAsync");
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            journal.Mark(id, "TakeTurnAsync");
            await Task.Delay(1).ConfigureAwait(false);
            journal.Mark(id, "TakeTurnAsync");
        }
        finally
        {
            _turn.Release();
        }

        return id;
    }

    /// <summary>Two threads want one lock, then each waits for the other to signal, then a timer fires.</summary>
    public async Task<int> ContendAsync(int id)
    {
        using var isHeld = new ManualResetEventSlim(false, spinCount: 0);
        using var done = new ManualResetEvent(false);
        // Threads of their own: the pool may not have three at hand.
        var holder = new Thread(() =>
        {
            lock (_gate)
            {
                isHeld.Set();
                Thread.Sleep(WaitMs); // the other must find it held
            }
        });
        var waiter = new Thread(() =>
        {
            isHeld.Wait();
            lock (_gate) done.Set();
        });
        waiter.Start();
        holder.Start();
        done.WaitOne();
        holder.Join();
        waiter.Join();
        await Task.Delay(WaitMs);
        return id;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<int> InnerAsync(int id)
    {
        journal.Mark(id, "InnerAsync");
        await Task.Delay(WaitMs + id % 4);
        journal.Mark(id, "InnerAsync");
        return id;
    }
}
