namespace Controlled.Tasks;

internal static class WhenPrograms
{
    private const string Row = "System.Threading.Tasks.Task::";
    private const TaskCreationOptions Asynchronously = TaskCreationOptions.RunContinuationsAsynchronously;

    [Program(Row + "WhenAll", "1 2 3 done 2")]
    public static async Task<string> All_results_come_in_their_order()
    {
        using var slots = new SemaphoreSlim(0);
        var late = new TaskCompletionSource<int>(Asynchronously);
        IEnumerable<Task<int>> numbers = [Task.Run(() => 1), late.Task, Task.FromResult(3)];
        var all = Task.WhenAll(numbers);
        var taken = Task.WhenAll(slots.WaitAsync(), slots.WaitAsync());
        slots.Release(2);
        late.SetResult(2);
        await taken;
        var failing = Task.WhenAll(Task.Run(() => throw new InvalidOperationException()), Task.FromException(new InvalidOperationException()));
        await failing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return $"{string.Join(' ', await all)} done {failing.Exception!.InnerExceptions.Count}";
    }

    [Program(Row + "WhenAll", "abc", "acb", "bac", "bca", "cab", "cba")]
    public static async Task<string> All_of_them_run_in_any_order()
    {
        var text = "";
        await Task.WhenAll(new[] { "a", "b", "c" }.Select(letter => Task.Run(() => text += letter)));
        return text;
    }

    [Program(Row + "WhenAny", "timeout after 5 s")]
    public static async Task<string> First_of_a_task_and_a_delay_is_the_delay()
    {
        var started = DateTime.UtcNow;
        using var slots = new SemaphoreSlim(0);
        var work = slots.WaitAsync();
        var first = await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(5)));
        var again = await Task.WhenAny(new List<Task> { work, first });
        return again != work ? $"timeout after {(DateTime.UtcNow - started).TotalSeconds} s" : "work";
    }

    [Program(Row + "WhenAny", "semaphore", "source", "task")]
    public static async Task<string> First_of_many_is_any()
    {
        using var slots = new SemaphoreSlim(0);
        var source = new TaskCompletionSource(Asynchronously);
        Task[] tasks = [slots.WaitAsync(), source.Task, Task.Run(() => { })];
        var others = Task.WhenAll(Task.Run(() => slots.Release()), Task.Run(source.SetResult));
        var first = await Task.WhenAny(tasks);
        await others;
        return new[] { "semaphore", "source", "task" }[Array.IndexOf(tasks, first)];
    }

    [Program(Row + "WhenEach", "b:1 c:2 a:3")]
    public static async Task<string> Each_comes_as_it_completes()
    {
        async Task<string> AfterAsync(string name, int seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            return $"{name}:{seconds}";
        }

        var texts = new List<string>();
        await foreach (var task in Task.WhenEach(AfterAsync("a", 3), AfterAsync("b", 1), AfterAsync("c", 2))) texts.Add(await task);
        return string.Join(' ', texts);
    }

    [Program(Row + "WhenEach", "ab", "ba")]
    public static async Task<string> Each_comes_in_either_order()
    {
        using var slots = new SemaphoreSlim(0);
        var (a, b, text) = (slots.WaitAsync(), Task.Run(() => { }), "");
        var release = Task.Run(() => slots.Release());
        await foreach (var task in Task.WhenEach(new List<Task> { a, b })) text += task == a ? "a" : "b";
        await release;
        return text;
    }

    [Program(Row + "WhenEach", "throws TaskCanceledException")]
    public static async Task<string> Reading_each_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource(1000);
        await foreach (var task in Task.WhenEach(new TaskCompletionSource().Task).WithCancellation(cancellation.Token)) return $"{task.Status}";
        return "none";
    }

    [Program("System.Threading.Tasks.TaskExtensions::Unwrap", "42")]
    public static async Task<string> Unwrapped_task_ends_with_the_inner_one()
    {
        var outer = Task.Factory.StartNew(async () =>
        {
            await Task.Delay(1000);
            return 42;
        });
        var none = Task.Factory.StartNew(() => Task.CompletedTask).Unwrap();
        await none;
        return $"{await outer.Unwrap()}";
    }

    [Program("System.Threading.Tasks.TaskExtensions::Unwrap", "1", "2")]
    public static async Task<string> Unwrapped_tasks_run_side_by_side()
    {
        var count = 0;
        async Task AddAsync()
        {
            var read = count;
            await Task.Yield();
            count = read + 1;
        }

        await Task.WhenAll(Task.Factory.StartNew(AddAsync).Unwrap(), Task.Factory.StartNew(AddAsync).Unwrap());
        return $"{count}";
    }
}
