namespace Controlled.Threads;

internal static class ThreadPrograms
{
    [Program("System.Threading.Thread::Start", "ab", "ba", Also = ["System.Threading.Thread::.ctor", "System.Threading.Thread::Join"])]
    public static string Threads_run_in_either_order()
    {
        var text = "";
        var (a, b) = (new Thread(() => text += "a"), new Thread(() => text += "b"));
        a.Start();
        b.Start();
        a.Join();
        b.Join();
        return text;
    }

    [Program("System.Threading.Thread::Join", "x", Also = ["System.Threading.Thread::.ctor", "System.Threading.Thread::Start"])]
    public static string Join_waits_for_what_the_thread_does()
    {
        var text = "";
        var thread = new Thread(value => text = (string)value!);
        thread.Start("x");
        thread.Join();
        return text;
    }
}
