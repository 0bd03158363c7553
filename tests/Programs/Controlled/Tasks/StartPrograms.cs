namespace Controlled.Tasks;

internal static class StartPrograms
{
    private const string Row = "System.Threading.Tasks.Task::";
    private const string TaskOf = "System.Threading.Tasks.Task`1::";

    [Program(Row + ".ctor", "1 2 3 4 5 6 7 8 = 36", Also = [Row + "Start", TaskOf + ".ctor"])]
    public static async Task<string> Cold_tasks_do_their_work_when_they_are_started()
    {
        var (done, none) = (new int[9], CancellationToken.None);
        int Do(int number) => done[number] = number;
        Task[] tasks =
        [
            new(() => Do(1)), new(() => Do(2), none), new(state => Do((int)state!), 3), new(state => Do((int)state!), 4, TaskCreationOptions.PreferFairness),
            new Task<int>(() => Do(5)), new Task<int>(() => Do(6), none, TaskCreationOptions.LongRunning), new Task<int>(state => Do((int)state!), 7),
            new Task<int>(state => Do((int)state!), 8, none, TaskCreationOptions.None),
        ];
        if (done.Sum() > 0) return "too early";
        foreach (var task in tasks) task.Start();
        await Task.WhenAll(tasks);
        return $"{string.Join(' ', done.Skip(1))} = {done.Sum()}";
    }

    [Program(Row + "Start", "0", "1", Also = [TaskOf + ".ctor"])]
    public static async Task<string> Task_that_is_started_before_its_input_is_there_may_miss_it()
    {
        var input = 0;
        var task = new Task<int>(() => input);
        task.Start();
        input = 1;
        return $"{await task}";
    }

    [Program(Row + ".ctor", "cancelled Canceled", Also = [Row + "Start", Row + "get_Status"])]
    public static async Task<string> Cold_task_that_is_cancelled_never_runs()
    {
        using var cancellation = new CancellationTokenSource();
        var text = "";
        var task = new Task(() => text += "ran ", cancellation.Token);
        await cancellation.CancelAsync();
        try
        {
            await task;
        }
        catch (TaskCanceledException cancelled) when (cancelled.CancellationToken == cancellation.Token)
        {
            text += "cancelled";
        }

        return $"{text} {task.Status}";
    }

    [Program(Row + ".ctor", "ran", "cancelled", Also = [Row + "Start"])]
    public static async Task<string> Cancelling_a_started_task_may_come_too_late()
    {
        using var cancellation = new CancellationTokenSource();
        var task = new Task(() => { }, cancellation.Token);
        task.Start();
        cancellation.Cancel();
        try
        {
            await task;
            return "ran";
        }
        catch (OperationCanceledException)
        {
            return "cancelled";
        }
    }

    [Program(Row + "RunSynchronously", "child done True")]
    public static string Task_that_runs_here_ends_after_its_children()
    {
        var text = "";
        var parent = new Task(() => new Task(() => text += "child ", TaskCreationOptions.AttachedToParent).Start(TaskScheduler.Default));
        parent.RunSynchronously();
        return $"{text}done {parent.IsCompletedSuccessfully}";
    }

    [Program(Row + "RunSynchronously", "child done", "done")]
    public static string Task_that_runs_here_does_not_wait_for_what_is_no_child()
    {
        var text = "";
        var parent = new Task(() => new Task(() => text += "child ").Start());
        parent.RunSynchronously(TaskScheduler.Default);
        return $"{text}done";
    }

    [Program(Row + "Start", "throws InvalidOperationException", Also = [Row + "RunSynchronously"])]
    public static string Task_that_ran_cannot_be_started()
    {
        var task = new Task(() => { });
        task.RunSynchronously();
        task.Start();
        return "started twice";
    }
}
