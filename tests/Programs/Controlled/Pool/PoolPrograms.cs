namespace Controlled.Pool;

internal static class PoolPrograms
{
    private const string Type = "System.Threading.ThreadPool::";

    [Program(Type + "QueueUserWorkItem", "1 2 3 flows", Also = [Type + "UnsafeQueueUserWorkItem"])]
    public static async Task<string> Work_items_run_with_their_state_and_context()
    {
        var local = new AsyncLocal<string> { Value = "flows" };
        var done = new TaskCompletionSource<string>();
        ThreadPool.QueueUserWorkItem(_ => ThreadPool.QueueUserWorkItem(
            one => ThreadPool.QueueUserWorkItem(two => done.SetResult($"{one} {two} 3 {local.Value}"), 2, preferLocal: true),
            1));
        return await done.Task;
    }

    [Program(Type + "UnsafeQueueUserWorkItem", "none none item", Also = [Type + "QueueUserWorkItem"])]
    public static async Task<string> Unsafe_work_items_have_no_context()
    {
        var local = new AsyncLocal<string> { Value = "flows" };
        var (done, other, item) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>(), new WorkItem());
        ThreadPool.UnsafeQueueUserWorkItem(_ => done.SetResult(local.Value ?? "none"), null);
        ThreadPool.UnsafeQueueUserWorkItem(static tuple => tuple.other.SetResult(tuple.local.Value ?? "none"), (other, local), preferLocal: false);
        ThreadPool.UnsafeQueueUserWorkItem(item, preferLocal: false);
        return $"{await done.Task} {await other.Task} {await item.Done.Task}";
    }

    [Program(Type + "QueueUserWorkItem", "ab", "ba", Also = [Type + "UnsafeQueueUserWorkItem"])]
    public static async Task<string> Work_items_run_in_either_order()
    {
        var text = "";
        using var left = new SemaphoreSlim(0);
        void Write(string letter)
        {
            text += letter;
            left.Release();
        }

        ThreadPool.QueueUserWorkItem(Write, "a", preferLocal: false);
        ThreadPool.UnsafeQueueUserWorkItem(Write, "b", preferLocal: false);
        await Task.Run(() =>
        {
            left.Wait();
            left.Wait();
        });
        return text;
    }

    [Program(Type + "QueueUserWorkItem", "throws InvalidOperationException")]
    public static string Work_item_that_throws_ends_the_run()
    {
        ThreadPool.QueueUserWorkItem(static _ => throw new InvalidOperationException());
        Thread.Sleep(1);
        return "done";
    }

    [Program(
        Type + "SetMinThreads",
        "True 2, True 8, False, 7 free",
        Also =
        [
            Type + "SetMaxThreads", Type + "GetMinThreads", Type + "GetMaxThreads", Type + "GetAvailableThreads", Type + "get_ThreadCount", Type + "get_PendingWorkItemCount",
            Type + "get_CompletedWorkItemCount",
        ])]
    public static async Task<string> Settings_are_those_of_the_run()
    {
        var isMin = ThreadPool.SetMinThreads(2, 2);
        ThreadPool.GetMinThreads(out var min, out _);
        var isMax = ThreadPool.SetMaxThreads(8, 8);
        ThreadPool.GetMaxThreads(out var max, out _);
        var isBelow = ThreadPool.SetMaxThreads(1, 1);
        var free = await Task.Run(static () =>
        {
            ThreadPool.GetAvailableThreads(out var available, out _);
            return ThreadPool.ThreadCount >= 1 && ThreadPool.PendingWorkItemCount == 0 && ThreadPool.CompletedWorkItemCount >= 0 ? available : -1;
        });
        return $"{isMin} {min}, {isMax} {max}, {isBelow}, {free} free";
    }

    [Program(
        Type + "SetMaxThreads",
        "done",
        "deadlock",
        Also =
        [
            Type + "SetMinThreads", Type + "GetMinThreads", Type + "GetMaxThreads", Type + "GetAvailableThreads", Type + "get_ThreadCount", Type + "get_PendingWorkItemCount",
            Type + "get_CompletedWorkItemCount",
        ])]
    public static async Task<string> Pool_of_two_whose_workers_wait_for_the_pool_is_stuck()
    {
        ThreadPool.SetMinThreads(2, 2);
        ThreadPool.SetMaxThreads(2, 2);
        static string Load() => Task.Run(static () => "x").Result;
        await Task.WhenAll(Task.Run(Load), Task.Run(Load));
        return "done";
    }

    [Program(Type + "SetMinThreads", "00:00:00", "00:00:00.5000000", Also = [Type + "GetAvailableThreads"])]
    public static async Task<string> Starved_pool_adds_a_worker_every_half_second()
    {
        ThreadPool.SetMinThreads(2, 2);
        var started = DateTime.UtcNow;
        static string Load() => Task.Run(static () => "x").Result;
        await Task.WhenAll(Task.Run(Load), Task.Run(Load));
        return $"{DateTime.UtcNow - started}";
    }
}
