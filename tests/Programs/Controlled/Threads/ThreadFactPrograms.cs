namespace Controlled.Threads;

internal static class ThreadFactPrograms
{
    private const string Type = "System.Threading.Thread::";

    [Program(
        Type + "get_ManagedThreadId",
        "True True True",
        Also = ["System.Environment::get_CurrentManagedThreadId", Type + "get_Name", Type + "set_Name", Type + "get_IsThreadPoolThread", Type + "GetCurrentProcessorId"])]
    public static async Task<string> Facts_fit_together()
    {
        var own = Environment.CurrentManagedThreadId;
        var (id, isOfPool) = (0, true);
        var thread = new Thread(() => (id, isOfPool) = (Environment.CurrentManagedThreadId, Thread.CurrentThread.IsThreadPoolThread)) { Name = "mine" };
        thread.Start();
        thread.Join();
        var isPool = await Task.Run(static () =>
        {
            Thread.CurrentThread.Name ??= "worker";
            return Thread.CurrentThread.IsThreadPoolThread && Thread.CurrentThread.Name == ".NET TP Worker" && Thread.GetCurrentProcessorId() >= 0;
        });
        return $"{id == thread.ManagedThreadId && id != own} {thread.Name == "mine" && !isOfPool} {isPool}";
    }

    [Program(Type + "get_ManagedThreadId", "same", "other", Also = ["System.Environment::get_CurrentManagedThreadId", Type + "get_IsThreadPoolThread"])]
    public static async Task<string> Thread_after_an_await_may_be_another_one()
    {
        var seen = await Task.Run(static async () =>
        {
            var before = Environment.CurrentManagedThreadId;
            var other = Task.Run(static () => Thread.Yield());
            await Task.Yield();
#pragma warning disable CA1840 // What old code does.
            var after = Thread.CurrentThread.ManagedThreadId;
#pragma warning restore CA1840
            await other;
            return before == after;
        });
        return seen ? "same" : "other";
    }

    [Program(Type + "get_IsAlive", "False Unstarted, False Stopped", Also = [Type + "get_ThreadState"])]
    public static string Thread_is_alive_while_it_runs()
    {
        var thread = new Thread(static () => Thread.Sleep(50));
        var text = $"{thread.IsAlive} {thread.ThreadState}";
        thread.Start();
        while (thread.IsAlive) Thread.Sleep(10);
        return $"{text}, {thread.IsAlive} {thread.ThreadState}";
    }

    [Program(Type + "get_ThreadState", "Running", "Stopped", Also = [Type + "get_IsAlive"])]
    public static string State_of_a_thread_is_old_when_it_is_read()
    {
        var thread = new Thread(static () => Thread.Yield());
        thread.Start();
        return $"{thread.ThreadState}";
    }

    [Program(Type + "GetHashCode", "same same")]
    public static string Hash_of_a_thread_stays_the_same()
    {
        var seen = 0;
        var thread = new Thread(() => seen = Thread.CurrentThread.GetHashCode());
        var before = thread.GetHashCode();
        thread.Start();
        thread.Join();
        return $"{(seen == before ? "same" : "other")} {(Thread.CurrentThread.GetHashCode() != seen ? "same" : "other")}";
    }

    [Program(Type + "GetHashCode", "found", "gone")]
    public static Task<string> Entry_kept_under_the_hash_of_a_worker_is_gone_after_an_await() =>
        Task.Run(static async () =>
        {
            var entries = new Dictionary<int, string> { [Thread.CurrentThread.GetHashCode()] = "found" };
            var other = Task.Run(static () => Thread.Yield());
            await Task.Yield();
            var text = entries.GetValueOrDefault(Thread.CurrentThread.GetHashCode(), "gone");
            await other;
            return text;
        });

    [Program(Type + "set_Name", ".NET TP Worker", "importer", Also = [Type + "get_Name"])]
    public static async Task<string> Name_given_to_a_worker_is_found_by_what_it_runs_next()
    {
        var naming = Task.Run(static () =>
        {
            Thread.CurrentThread.Name = "importer";
            Thread.Yield();
        });
        var reading = Task.Run(static () => Thread.CurrentThread.Name!);
        await naming;
        return await reading;
    }

    [Program(Type + "GetCurrentProcessorId", "1", "2")]
    public static async Task<string> Counts_by_processor_without_a_lock_lose_updates()
    {
        var counts = new int[64];
        void Count()
        {
            ref var own = ref counts[Thread.GetCurrentProcessorId() % counts.Length];
            var read = Volatile.Read(ref own);
            Volatile.Write(ref own, read + 1);
        }

        await Task.WhenAll(Task.Run(Count), Task.Run(Count));
        return $"{counts.Sum()}";
    }
}
