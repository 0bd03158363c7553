namespace WeaveCorpus;

/// <summary>Delegates to members that have hooks.</summary>
public static class MethodGroups
{
    public static async Task<string> OfStatics()
    {
        Func<int, Task> delay = Task.Delay;
        Func<Func<int>, Task<int>> run = Task.Run;
        Action<object> exit = Monitor.Exit;
        var gate = new object();
        Monitor.Enter(gate);
        exit(gate);
        await delay(1);
        return $"{await run(static () => 3)} {Monitor.IsEntered(gate)}";
    }

    public static async Task<string> OfInstances()
    {
        using var semaphore = new SemaphoreSlim(1);
        Action wait = semaphore.Wait;
        Func<int> release = semaphore.Release;
        wait();
        await Task.Yield();
        var task = Task.CompletedTask;
        Func<int, bool> join = task.Wait;
        return $"{release()} {join(1)} {join.Target == task}";
    }

    public static async Task<string> InGenericCode()
    {
        await Task.Yield();
        return $"{Run(static () => 4)} {Run(static () => "text")} {new Holder<long>().Run(static () => 5)} {new Holder<string>().Run(static () => "own")}";
    }

    public static async Task<string> OfBuffersAndEvents()
    {
        await Task.Yield();
        var raised = 0;
        Action<object?>? handlers = null;
        handlers += _ => raised++;
        Predicate<object> entered = Monitor.IsEntered;
        handlers += gate => raised += entered(gate!) ? 10 : 1;
        handlers(new object());
        return $"raised {raised}";
    }

    private static T Run<T>(Func<T> body)
    {
        Func<Func<T>, Task<T>> run = Task.Run;
        return run(body).Result;
    }

    private sealed class Holder<T>
    {
        public T Run(Func<T> body)
        {
            Func<Func<T>, Task<T>> run = Task.Run;
            var task = run(body);
            Action wait = task.Wait;
            wait();
            return task.Result;
        }
    }
}
