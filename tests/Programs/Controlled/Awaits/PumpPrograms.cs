namespace Controlled.Awaits;

internal static class PumpPrograms
{
    private const string Context = "System.Threading.SynchronizationContext::";

    [Program(Context + "Post", "True True False True", Also = [Context + "get_Current", Context + "SetSynchronizationContext"])]
    public static string Awaits_come_back_to_a_context_of_ones_own() => PumpContext.Run(async () =>
    {
        var thread = Environment.CurrentManagedThreadId;
        bool IsHome() => SynchronizationContext.Current is PumpContext && Environment.CurrentManagedThreadId == thread;
        await Task.Delay(10);
        var afterDelay = IsHome();
        await Task.Run(() => { });
        var afterRun = IsHome();
        var away = await AwayAsync();
        return $"{afterDelay} {afterRun} {away} {IsHome()}";
    });

    [Program("System.Threading.Tasks.TaskScheduler::FromCurrentSynchronizationContext", "True 1")]
    public static string Scheduler_of_a_context_runs_tasks_in_it() => PumpContext.Run(async () =>
    {
        var scheduler = TaskScheduler.FromCurrentSynchronizationContext();
        var isHome = await Task.Run(() => 1).ContinueWith(_ => SynchronizationContext.Current is PumpContext, scheduler);
        return $"{isHome} {await Task.Factory.StartNew(() => 1, CancellationToken.None, TaskCreationOptions.None, scheduler)}";
    });

    [Program("System.Threading.Tasks.TaskScheduler::FromCurrentSynchronizationContext", "deadlock", Also = [Context + "Post", Context + "SetSynchronizationContext"])]
    public static string Blocking_the_pump_on_its_own_work_is_a_deadlock() => PumpContext.Run(() =>
    {
        var answer = AnswerAsync().Result;
        return Task.FromResult($"{answer}");
    });

    private static async Task<int> AnswerAsync()
    {
        await Task.Delay(10);
        return 42;
    }

    private static async Task<bool> AwayAsync()
    {
        await Task.Delay(10).ConfigureAwait(false);
        return SynchronizationContext.Current is PumpContext;
    }
}
