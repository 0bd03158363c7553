namespace Controlled.Threads;

internal static class ContextPrograms
{
    private const string Context = "System.Threading.SynchronizationContext::";

    [Program(Context + "get_Current", "True True True", Also = [Context + "SetSynchronizationContext"])]
    public static async Task<string> There_is_no_context_but_the_programs_own()
    {
        var isNone = SynchronizationContext.Current is null;
        var own = new SynchronizationContext();
        SynchronizationContext.SetSynchronizationContext(own);
        var isOwn = SynchronizationContext.Current == own;
        SynchronizationContext.SetSynchronizationContext(null);
        var isNoneAgain = SynchronizationContext.Current is null;
        await Task.Delay(1);
        return $"{isNone} {isOwn} {isNoneAgain}";
    }

    [Program(Context + "Post", "x", Also = [Context + "get_Current", Context + "SetSynchronizationContext"])]
    public static async Task<string> Post_to_the_plain_context_runs_later()
    {
        var posted = new TaskCompletionSource<string>();
        (SynchronizationContext.Current ?? new SynchronizationContext()).Post(state => posted.SetResult($"{state}"), "x");
        return await posted.Task;
    }

    [Program(Context + "Post", "ab", "ba", Also = [Context + "get_Current", Context + "SetSynchronizationContext"])]
    public static async Task<string> Posts_to_the_plain_context_run_in_either_order()
    {
        var (text, context) = ("", new SynchronizationContext());
        var (a, b) = (new TaskCompletionSource(), new TaskCompletionSource());
        context.Post(
            _ =>
            {
                text += "a";
                a.SetResult();
            },
            null);
        context.Post(
            _ =>
            {
                text += "b";
                b.SetResult();
            },
            null);
        await Task.WhenAll(a.Task, b.Task);
        return text;
    }
}
