namespace Controlled.Locks;

public static class MutexPrograms
{
    private const string Constructor = "System.Threading.Mutex::.ctor";
    private const string Release = "System.Threading.Mutex::ReleaseMutex";
    private const string Open = "System.Threading.Mutex::OpenExisting";
    private const string TryOpen = "System.Threading.Mutex::TryOpenExisting";

    [Program(Release, "2", Also = [Constructor, "System.Threading.WaitHandle::WaitOne"])]
    public static async Task<string> Mutex_around_an_update_keeps_both()
    {
        using var gate = new Mutex(true);
        var count = 0;
        void Add()
        {
            gate.WaitOne();
            gate.WaitOne();
            var read = Volatile.Read(ref count);
            Volatile.Write(ref count, read + 1);
            gate.ReleaseMutex();
            gate.ReleaseMutex();
        }

        var workers = new[] { Task.Run(Add), Task.Run(Add) };
        gate.ReleaseMutex();
        await Task.WhenAll(workers);
        return $"{count}";
    }

    [Program(Release, "done", "deadlock", Also = [Constructor, "System.Threading.WaitHandle::WaitOne"])]
    public static async Task<string> Mutexes_in_two_orders_block_each_other()
    {
        using var a = new Mutex();
        using var b = new Mutex();
        static void Both(Mutex first, Mutex second)
        {
            first.WaitOne();
            second.WaitOne();
            second.ReleaseMutex();
            first.ReleaseMutex();
        }

        await Task.WhenAll(Task.Run(() => Both(a, b)), Task.Run(() => Both(b, a)));
        return "done";
    }

    [Program(Release, "throws ApplicationException")]
    public static async Task<string> Mutex_is_given_back_after_an_await()
    {
        using var gate = new Mutex();
        gate.WaitOne();
        await Task.Yield();
        gate.ReleaseMutex();
        return "done";
    }

    [Program(Constructor, "abandoned, held")]
    public static string Mutex_of_a_thread_that_ended_is_abandoned()
    {
        using var gate = new Mutex();
        var thread = new Thread(() => gate.WaitOne());
        thread.Start();
        thread.Join();
        try
        {
            gate.WaitOne();
            return "not abandoned";
        }
        catch (AbandonedMutexException)
        {
            gate.ReleaseMutex();
            return "abandoned, held";
        }
    }

    [Program(Open, "True False True, False after 10 ms", Also = [TryOpen, Constructor])]
    public static async Task<string> Mutexes_of_one_name_are_one()
    {
        const string Name = "replaykit-programs-one";
        using var gate = new Mutex(true, Name, out var isFirst);
        using var same = Mutex.OpenExisting(Name);
        var isOpen = Mutex.TryOpenExisting(Name, out var third);
        using (third)
        {
            using var fourth = new Mutex(true, Name, out var isSecond);
            var taken = await Task.Run(() => same.WaitOne(10));
            gate.ReleaseMutex();
            return $"{isFirst} {isSecond} {isOpen}, {taken} after 10 ms";
        }
    }

    [Program(TryOpen, "1", "2", Also = [Open, Constructor])]
    public static async Task<string> Single_instance_is_not_single()
    {
        const string Name = "replaykit-programs-single";
        var (made, instances) = (new List<Mutex>(), 0);
        void Start()
        {
            if (Mutex.TryOpenExisting(Name, out var other))
            {
                other.Dispose();
                return;
            }

            made.Add(new Mutex(false, Name));
            Mutex.OpenExisting(Name).Dispose();
            instances++;
        }

        await Task.WhenAll(Task.Run(Start), Task.Run(Start));
        made.ForEach(static mutex => mutex.Dispose());
        return $"{instances}";
    }
}
