namespace Controlled.Tasks;

internal static class ContinueWhenPrograms
{
    private const string Factory = "System.Threading.Tasks.TaskFactory::";
    private const string FactoryOf = "System.Threading.Tasks.TaskFactory`1::";
    private const TaskCreationOptions Asynchronously = TaskCreationOptions.RunContinuationsAsynchronously;

    [Program(Factory + "ContinueWhenAll", "3 and faulted", Also = [FactoryOf + "ContinueWhenAll"])]
    public static async Task<string> Continuation_of_all_sees_all_of_them_over()
    {
        var (one, two) = (Task.Run(() => 1), new TaskCompletionSource<int>(Asynchronously));
        var sum = Task.Factory.ContinueWhenAll([one, two.Task], tasks => tasks.Sum(task => task.Result));
        two.SetResult(2);
        var failing = Task.Run(() => throw new InvalidOperationException());
        var end = new TaskFactory<string>().ContinueWhenAll([failing, sum], tasks => tasks[0].IsFaulted ? "faulted" : "fine", TaskContinuationOptions.None);
        var text = "";
        await Task.Factory.ContinueWhenAll([end], tasks => { text = tasks[0].Result; }, CancellationToken.None);
        return $"{await sum} and {text}";
    }

    [Program(Factory + "ContinueWhenAll", "1", "2", Also = [FactoryOf + "ContinueWhenAll"])]
    public static async Task<string> Continuation_of_all_does_not_know_of_a_task_that_is_not_listed()
    {
        var count = 0;
        var (listed, other) = (Task.Run(() => Interlocked.Increment(ref count)), Task.Run(() => Interlocked.Increment(ref count)));
        var seen = await new TaskFactory<int>().ContinueWhenAll([listed], _ => Volatile.Read(ref count));
        await other;
        return $"{Math.Max(seen, 1)}";
    }

    [Program(Factory + "ContinueWhenAny", "fast after 1 s", Also = [FactoryOf + "ContinueWhenAny"])]
    public static async Task<string> Continuation_of_any_gets_the_first()
    {
        async Task<string> AfterAsync(string name, int seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            return name;
        }

        var started = DateTime.UtcNow;
        Task<string>[] both = [AfterAsync("slow", 5), AfterAsync("fast", 1)];
        var first = await Task.Factory.ContinueWhenAny(both, winner => winner.Result);
        var same = await new TaskFactory<bool>().ContinueWhenAny(both, winner => winner == both[1], CancellationToken.None);
        return same ? $"{first} after {(DateTime.UtcNow - started).TotalSeconds} s" : "another";
    }

    [Program(Factory + "ContinueWhenAny", "a", "b", Also = [FactoryOf + "ContinueWhenAny"])]
    public static async Task<string> Continuation_of_any_gets_either()
    {
        var (a, b) = (new TaskCompletionSource<string>(Asynchronously), new TaskCompletionSource<string>(Asynchronously));
        var first = new TaskFactory<string>().ContinueWhenAny([a.Task, b.Task], winner => winner.Result);
        var (setA, setB) = (Task.Run(() => a.SetResult("a")), Task.Run(() => b.SetResult("b")));
        await Task.WhenAll(setA, setB);
        return await first;
    }
}
