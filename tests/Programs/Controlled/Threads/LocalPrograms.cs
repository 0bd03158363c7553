namespace Controlled.Threads;

internal static class LocalPrograms
{
    private const string Local = "System.Threading.ThreadLocal`1::";
    private static readonly ThreadLocal<int> Kept = new(static () => 1, trackAllValues: true);

    [ThreadStatic]
    private static int _calls;

    [Program(Local + "get_Value", "2 2 True, 2 2", Also = [Local + "set_Value", Local + "get_IsValueCreated", Local + "get_Values"])]
    public static string Threads_have_values_of_their_own()
    {
        using var local = new ThreadLocal<int>(static () => 1, trackAllValues: true);
        var seen = new List<int>();
        void Run()
        {
            local.Value++;
            lock (seen) seen.Add(local.Value);
        }

        var threads = new[] { new Thread(Run), new Thread(Run) };
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        return $"{string.Join(' ', seen)} {!local.IsValueCreated}, {string.Join(' ', local.Values)}";
    }

    [Program(Local + "get_Value", "2 2")]
    public static string Values_of_an_earlier_run_are_gone()
    {
        var before = _calls++ + Kept.Value;
        Kept.Value++;
        var slot = Thread.GetNamedDataSlot("calls");
        before += (int)(Thread.GetData(slot) ?? 1) - 1;
        Thread.SetData(slot, 5);
        return $"{before + 1} {Kept.Value}";
    }

    [Program(Local + "get_Value", "mine", "left by another", Also = [Local + "set_Value", Local + "get_IsValueCreated", Local + "get_Values", "System.Threading.Thread::SetData", "System.Threading.Thread::GetData"])]
    public static async Task<string> Work_of_the_pool_finds_what_earlier_work_left()
    {
        var user = new ThreadLocal<string?>();
        async Task<string> RequestAsync(string name)
        {
            await Task.Yield();
            var found = user.Value;
            Thread.Yield();
            user.Value ??= name;
            await Task.Yield();
            return found is null || found == name ? "mine" : "left by another";
        }

        var found = await Task.WhenAll(Task.Run(() => RequestAsync("a")), Task.Run(() => RequestAsync("b")));
        return found.Contains("left by another") ? "left by another" : "mine";
    }

    [Program("System.Threading.Thread::SetData", "a b", Also = ["System.Threading.Thread::GetData"])]
    public static string Slots_have_values_of_their_own()
    {
        var (slot, text) = (Thread.AllocateDataSlot(), "");
        Thread.SetData(slot, "a");
        var thread = new Thread(() =>
        {
            Thread.SetData(slot, "b");
            text = $"{Thread.GetData(slot)}";
        });
        thread.Start();
        thread.Join();
        return $"{Thread.GetData(slot)} {text}";
    }
}
