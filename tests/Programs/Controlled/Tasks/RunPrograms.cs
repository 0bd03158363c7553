namespace Controlled.Tasks;

internal static class RunPrograms
{
    [Program("System.Threading.Tasks.Task::Run", "ab", "ba")]
    public static async Task<string> Tasks_run_in_either_order()
    {
        var text = "";
        await Task.WhenAll(Task.Run(() => text += "a"), Task.Run(() => text += "b"));
        return text;
    }

    [Program("System.Threading.Tasks.Task::Run", "3")]
    public static async Task<string> Results_are_their_own()
    {
        var one = Task.Run(() => 1);
        var two = Task.Run(async () =>
        {
            await Task.Yield();
            return 2;
        });
        return $"{await one + await two}";
    }

    [Program("System.Threading.Tasks.Task::Wait", "42", Also = ["System.Threading.Tasks.Task`1::get_Result"])]
    public static string Blocking_on_a_task_waits_for_it()
    {
        var answer = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromHours(1));
            return 42;
        });
        var other = Task.Run(() => { });
        other.Wait();
        return $"{answer.Result}";
    }

    [Program("System.Threading.Tasks.Task`1::get_Result", "deadlock")]
    public static string Blocking_on_a_task_that_nothing_completes_is_a_deadlock() => $"{new TaskCompletionSource<int>().Task.Result}";
}
