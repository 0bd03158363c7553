namespace Controlled.Tasks;

internal static class SourcePrograms
{
    private const string Row = "System.Threading.Tasks.TaskCompletionSource::";
    private const string RowOf = "System.Threading.Tasks.TaskCompletionSource`1::";

    [Program(
        Row + "SetResult",
        "RanToCompletion Faulted Faulted Canceled Canceled Canceled",
        Also = [Row + "SetException", Row + "SetCanceled", Row + "SetFromTask", Row + "TrySetResult", Row + "TrySetException", Row + "TrySetCanceled", Row + "TrySetFromTask"])]
    public static string Source_is_completed_once()
    {
        var done = Enumerable.Range(0, 6).Select(static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        done[0].SetResult();
        done[1].SetException(new InvalidOperationException());
        done[2].SetException([new InvalidOperationException()]);
        done[3].SetCanceled();
        done[4].SetCanceled(new CancellationToken(canceled: true));
        done[5].SetFromTask(done[4].Task);
        var isAny = done.Any(static source => source.TrySetResult() || source.TrySetCanceled() || source.TrySetCanceled(CancellationToken.None)
            || source.TrySetException(new InvalidOperationException()) || source.TrySetException([new InvalidOperationException()]) || source.TrySetFromTask(Task.CompletedTask));
        return isAny ? "twice" : string.Join(' ', done.Select(static source => source.Task.Status));
    }

    [Program(
        RowOf + "SetResult",
        "1 boom boom cancelled cancelled 2",
        Also = [RowOf + "SetException", RowOf + "SetCanceled", RowOf + "SetFromTask", RowOf + "TrySetResult", RowOf + "TrySetException", RowOf + "TrySetCanceled", RowOf + "TrySetFromTask"])]
    public static async Task<string> Awaiting_a_source_gives_what_it_was_given()
    {
        var sources = Enumerable.Range(0, 6).Select(static _ => new TaskCompletionSource<int>()).ToArray();
        var texts = Task.WhenAll(sources.Select(static source => TextAsync(source.Task)));
        sources[0].SetResult(1);
        sources[1].TrySetException(new InvalidOperationException("boom"));
        sources[2].SetException([new InvalidOperationException("boom")]);
        sources[3].TrySetCanceled(new CancellationToken(canceled: true));
        sources[4].SetCanceled();
        sources[5].SetFromTask(Task.FromResult(2));
        return string.Join(' ', await texts);
    }

    [Program(
        RowOf + "TrySetResult",
        "a",
        "b",
        "c",
        "cancelled",
        Also = [RowOf + "SetResult", RowOf + "TrySetCanceled", RowOf + "TrySetFromTask", RowOf + "SetFromTask", RowOf + "SetCanceled"])]
    public static async Task<string> First_to_complete_wins()
    {
        var source = new TaskCompletionSource<string>();
        await Task.WhenAll(
            Task.Run(() => source.TrySetResult("a")),
            Task.Run(() => source.TrySetResult("b")),
            Task.Run(() => source.TrySetFromTask(Task.FromResult("c"))),
            Task.Run(() => source.TrySetCanceled()));
        return source.Task.IsCanceled ? "cancelled" : await source.Task;
    }

    [Program(
        Row + "SetResult",
        "once",
        "throws InvalidOperationException",
        Also = [Row + "TrySetResult", Row + "SetCanceled", Row + "TrySetCanceled", Row + "SetFromTask", Row + "TrySetFromTask", Row + "SetException", Row + "TrySetException"])]
    public static async Task<string> Completing_beside_a_cancellation_throws_when_it_comes_second()
    {
        var source = new TaskCompletionSource();
        var cancel = Task.Run(() => source.TrySetCanceled());
        source.SetResult();
        await cancel;
        return "once";
    }

    [Program(RowOf + "TrySetException", "1", "failed", Also = [RowOf + "SetException"])]
    public static async Task<string> Answer_and_failure_race()
    {
        var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var both = Task.WhenAll(Task.Run(() => source.TrySetResult(1)), Task.Run(() => source.TrySetException(new TimeoutException())));
        await ((Task)source.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await both;
        return source.Task.IsFaulted ? "failed" : $"{await source.Task}";
    }

    private static async Task<string> TextAsync(Task<int> task)
    {
        try
        {
            return $"{await task}";
        }
        catch (OperationCanceledException)
        {
            return "cancelled";
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }
}
