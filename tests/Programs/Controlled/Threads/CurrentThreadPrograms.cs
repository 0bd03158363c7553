using System.Globalization;

namespace Controlled.Threads;

internal static class CurrentThreadPrograms
{
    private const string Type = "System.Threading.Thread::";

    [Program(Type + "get_CurrentThread", "own own, pool")]
    public static async Task<string> Thread_finds_itself_and_work_of_the_pool_does_not()
    {
        Thread? seen = null;
        var threads = new List<Thread>();
        for (var i = 0; i < 2; i++)
        {
            var thread = new Thread(() =>
            {
                Thread.Yield();
                lock (threads) threads.Remove(Thread.CurrentThread);
                seen = Thread.CurrentThread;
            });
            lock (threads) threads.Add(thread);
        }

        Thread[] all = [.. threads];
        foreach (var thread in all) thread.Start();
        foreach (var thread in all) thread.Join();
        var isPool = await Task.Run(() => !all.Contains(Thread.CurrentThread) && Thread.CurrentThread.IsThreadPoolThread);
        return $"{(threads.Count == 0 ? "own" : "others")} {(all.Contains(seen) ? "own" : "other")}, {(isPool ? "pool" : "thread")}";
    }

    [Program(Type + "get_CurrentThread", "let in", "kept out")]
    public static Task<string> Owner_by_thread_is_another_one_after_an_await() =>
        Task.Run(static async () =>
        {
            var owner = Thread.CurrentThread;
            var other = Task.Run(static () => Thread.Yield());
            await Task.Yield();
            var text = owner == Thread.CurrentThread ? "let in" : "kept out";
            await other;
            return text;
        });

    [Program(
        Type + "set_CurrentCulture",
        "3;5 3.5, 4;5 3.5",
        Also = [Type + "get_CurrentCulture", Type + "set_CurrentUICulture", Type + "get_CurrentUICulture"])]
    public static string Culture_of_a_thread_is_its_own()
    {
        var (text, own) = ("", Semicolon());
        var given = new Thread(() => text += Number(3.5)) { CurrentCulture = own, CurrentUICulture = own };
        given.Start();
        given.Join();
        text += $" {Number(3.5)}, ";
        var changed = new Thread(() =>
        {
            Thread.CurrentThread.CurrentCulture = own;
            Thread.CurrentThread.CurrentUICulture = own;
            text += Number(4.5);
        });
        changed.Start();
        changed.Join();
        return $"{text} {Number(3.5)}";
    }

    [Program(
        Type + "set_CurrentCulture",
        "3.5",
        "3;5",
        Also = [Type + "get_CurrentCulture", Type + "set_CurrentUICulture", Type + "get_CurrentUICulture"])]
    public static string Culture_that_two_threads_were_given_is_changed_by_one()
    {
        var (text, shared) = ("", (CultureInfo)CultureInfo.InvariantCulture.Clone());
        var reading = new Thread(() => text = Number(3.5)) { CurrentCulture = shared, CurrentUICulture = shared };
        var changing = new Thread(static () => Thread.CurrentThread.CurrentCulture.NumberFormat.NumberDecimalSeparator = ";") { CurrentCulture = shared };
        reading.Start();
        changing.Start();
        reading.Join();
        changing.Join();
        return text;
    }

    private static string Number(double value)
    {
        var (numbers, texts) = (Thread.CurrentThread.CurrentCulture, Thread.CurrentThread.CurrentUICulture);
        return numbers.NumberFormat.NumberDecimalSeparator == texts.NumberFormat.NumberDecimalSeparator ? value.ToString(numbers) : "mixed";
    }

    private static CultureInfo Semicolon()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ";";
        return culture;
    }
}
