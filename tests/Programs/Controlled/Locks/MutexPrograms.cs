namespace Controlled.Locks;

public static class MutexPrograms
{
    private const string Constructor = "System.Threading.Mutex::.ctor";
    private const string Release = "System.Threading.Mutex::ReleaseMutex";

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
}
