namespace Controlled.Tasks;

internal static class StatusPrograms
{
    private const string Row = "System.Threading.Tasks.Task::";

    [Program(Row + "get_IsCompleted", "RanToCompletion True False False", Also = [Row + "get_Status", Row + "get_IsCompletedSuccessfully", Row + "get_IsFaulted", Row + "get_IsCanceled"])]
    public static string Asking_until_it_is_over_comes_to_an_end()
    {
        var task = Task.Run(() => { });
        while (!task.IsCompleted)
        {
        }

        return $"{task.Status} {task.IsCompletedSuccessfully} {task.IsFaulted} {task.IsCanceled}";
    }

    [Program(Row + "get_IsCompleted", "throws InvalidOperationException", "1", Also = [Row + "get_Status"])]
    public static async Task<string> Asking_before_completing_is_no_protection()
    {
        var source = new TaskCompletionSource<int>();
        void Complete()
        {
            if (!source.Task.IsCompleted) source.SetResult(1);
        }

        await Task.WhenAll(Task.Run(Complete), Task.Run(Complete));
        return $"{await source.Task}";
    }

    [Program(Row + "get_IsFaulted", "False none", "True boom", Also = [Row + "get_Exception", Row + "get_IsCompletedSuccessfully", Row + "get_IsCanceled"])]
    public static async Task<string> Failure_of_a_task_that_nobody_awaits_is_seen_or_not()
    {
        var forgotten = Task.Run(() => throw new InvalidOperationException("boom"));
        await Task.Yield();
        var isFaulted = forgotten.IsFaulted;
        return $"{isFaulted} {(isFaulted ? forgotten.Exception!.InnerException!.Message : "none")}";
    }

    [Program(Row + "get_Id", "True True 1 2", Also = [Row + "get_CurrentId", "System.Threading.Tasks.TaskScheduler::get_Id"])]
    public static async Task<string> Tasks_are_numbered_within_the_run()
    {
        var (one, two) = (Task.CompletedTask, new Task(() => { }));
        var (first, second) = (one.Id, two.Id);
        var inside = new Task<int?>(() => Task.CurrentId);
        inside.Start();
        return $"{Task.CurrentId is null} {inside.Id == await inside} {first} {second}";
    }

    [Program(Row + "get_CurrentId", "ab", "ba", Also = [Row + "get_Id"])]
    public static async Task<string> Numbers_do_not_tell_which_task_ran_first()
    {
        var order = new List<int?>();
        void Note()
        {
            lock (order) order.Add(Task.CurrentId);
        }

        var (a, b) = (new Task(Note), new Task(Note));
        a.Start();
        b.Start();
        await Task.WhenAll(a, b);
        return order[0] == a.Id ? "ab" : "ba";
    }
}
