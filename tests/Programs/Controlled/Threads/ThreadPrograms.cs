namespace Controlled.Threads;

internal static class ThreadPrograms
{
    private const string Type = "System.Threading.Thread::";

    [Program(Type + "Start", "ab", "ba", Also = [Type + ".ctor", Type + "Join"])]
    public static string Threads_run_in_either_order()
    {
        var text = "";
        var (a, b) = (new Thread(() => text += "a"), new Thread(() => text += "b", 1 << 20));
        a.Start();
        b.Start();
        a.Join();
        b.Join();
        return text;
    }

    [Program(Type + "Join", "x y", Also = [Type + ".ctor", Type + "Start"])]
    public static string Join_waits_for_what_the_thread_does()
    {
        var text = "";
        var thread = new Thread(value => text = $"{value}", 1 << 20) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        thread.Start("x");
        thread.Join();
        var other = new Thread(value => text += $" {value}");
        other.Start("y");
        other.Join();
        return text;
    }

    [Program(Type + "Join", "False False True 00:00:10", Also = [Type + "Sleep"])]
    public static string Join_with_a_timeout_passes_on_virtual_time()
    {
        var started = DateTime.UtcNow;
        var thread = new Thread(() => Thread.Sleep(10_000));
        thread.Start();
        return $"{thread.Join(0)} {thread.Join(TimeSpan.FromSeconds(9))} {thread.Join(Timeout.Infinite)} {DateTime.UtcNow - started}";
    }

    [Program(Type + "Join", "True", "False", Also = [Type + "Sleep"])]
    public static string Join_that_ends_when_the_thread_does_may_be_late()
    {
        var thread = new Thread(() => Thread.Sleep(TimeSpan.FromSeconds(1)));
        thread.Start();
        return $"{thread.Join(1000)}";
    }

    [Program(Type + "Join", "deadlock")]
    public static string Thread_that_joins_itself_never_ends()
    {
        var thread = new Thread(static () => Thread.CurrentThread.Join());
        thread.Start();
        thread.Join();
        return "done";
    }

    [Program(Type + "UnsafeStart", "flows none, none 7", Also = [Type + "Start"])]
    public static string Start_carries_the_context_on_and_UnsafeStart_does_not()
    {
        var (local, text) = (new AsyncLocal<string> { Value = "flows" }, "");
        var thread = new Thread(() => text += local.Value ?? "none");
        thread.Start();
        thread.Join();
        var other = new Thread(() => text += $" {local.Value ?? "none"}");
        other.UnsafeStart();
        other.Join();
        var third = new Thread(value => text += $", {local.Value ?? "none"} {value}");
        third.UnsafeStart(7);
        third.Join();
        return text;
    }

    [Program(Type + "UnsafeStart", "1", "2")]
    public static string Unsafe_threads_lose_an_update()
    {
        var count = 0;
        void Add()
        {
            var read = count;
            Thread.Yield();
            count = read + 1;
        }

        var threads = new[] { new Thread(Add), new Thread(Add) };
        foreach (var thread in threads) thread.UnsafeStart();
        foreach (var thread in threads) thread.Join();
        return $"{count}";
    }

    [Program(Type + "Start", "ThreadStateException, InvalidOperationException, ThreadStateException")]
    public static string Misuse_is_refused_as_by_the_runtime()
    {
        static string Try(Action action)
        {
            try
            {
                action();
                return "";
            }
            catch (Exception e)
            {
                return e.GetType().Name;
            }
        }

        var thread = new Thread(static () => { });
        var early = Try(() => thread.Join());
        var parameter = Try(() => thread.Start("x"));
        thread.Start();
        var twice = Try(thread.Start);
        thread.Join();
        return $"{early}, {parameter}, {twice}";
    }

    [Program(Type + "Start", "throws InvalidOperationException")]
    public static string Body_that_throws_ends_the_run()
    {
        var thread = new Thread(static () => throw new InvalidOperationException());
        thread.Start();
        thread.Join();
        return "done";
    }

    [Program(Type + "Start", "done")]
    public static string Thread_that_still_runs_at_the_end_is_ended()
    {
        var thread = new Thread(static () =>
        {
            while (true) Thread.Sleep(1000);
        });
        thread.Start();
        Thread.Sleep(TimeSpan.FromSeconds(3));
        return "done";
    }

    [Program(Type + "Sleep", "00:00:10", Also = [Type + "Yield", Type + "SpinWait"])]
    public static string Sleep_takes_as_long_as_it_says()
    {
        var started = DateTime.UtcNow;
        Thread.Sleep(4000);
        Thread.Sleep(TimeSpan.FromSeconds(6));
        Thread.Sleep(0);
        Thread.Yield();
        Thread.SpinWait(1000);
        return $"{DateTime.UtcNow - started}";
    }

    [Program(Type + "Sleep", "deadlock")]
    public static string Sleep_for_ever_never_ends()
    {
        Thread.Sleep(Timeout.Infinite);
        return "woken";
    }

    [Program(Type + "Sleep", "ready", "not ready")]
    public static async Task<string> Sleep_is_no_synchronisation()
    {
        var isReady = false;
        var maker = Task.Run(() =>
        {
            Thread.Sleep(100);
            isReady = true;
        });
        Thread.Sleep(100);
        var text = isReady ? "ready" : "not ready";
        await maker;
        return text;
    }

    [Program(Type + "Yield", "1", "2", Also = [Type + "SpinWait", Type + "Sleep"])]
    public static async Task<string> Yielding_between_read_and_write_loses_an_update()
    {
        var count = 0;
        void Add(Action pause)
        {
            var read = count;
            pause();
            count = read + 1;
        }

        await Task.WhenAll(Task.Run(() => Add(static () => Thread.SpinWait(10))), Task.Run(() => Add(static () => Thread.Sleep(0))));
        return $"{count}";
    }

    [Program(Type + "VolatileRead", "42", Also = [Type + "VolatileWrite"])]
    public static async Task<string> Spinning_on_a_flag_comes_to_an_end()
    {
        var (flag, value) = (0, 0);
        var waiter = Task.Run(() =>
        {
#pragma warning disable SYSLIB0054 // What old code does.
            while (Thread.VolatileRead(ref flag) == 0) Thread.SpinWait(1);
            return value;
        });
        value = 42;
        Thread.VolatileWrite(ref flag, 1);
#pragma warning restore SYSLIB0054
        return $"{await waiter}";
    }

    [Program(Type + "VolatileWrite", "0", "42", Also = [Type + "VolatileRead"])]
    public static async Task<string> Flag_that_is_set_before_the_value_is_too_early()
    {
        var (flag, value) = (0, 0);
        var waiter = Task.Run(() =>
        {
#pragma warning disable SYSLIB0054 // What old code does.
            while (Thread.VolatileRead(ref flag) == 0) Thread.Yield();
            return value;
        });
        Thread.VolatileWrite(ref flag, 1);
#pragma warning restore SYSLIB0054
        Thread.Yield();
        value = 42;
        return $"{await waiter}";
    }
}
