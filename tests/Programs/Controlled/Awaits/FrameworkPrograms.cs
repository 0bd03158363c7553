namespace Controlled.Awaits;

/// <summary>Tasks of woven code that code of the framework, which is not woven, awaits without coming back.</summary>
internal static class FrameworkPrograms
{
    private const string Run = "System.Threading.Tasks.Task::Run";

    [Program(Run, "abc", Also = ["System.Threading.Tasks.Task::ContinueWith", "System.Threading.Tasks.TaskCompletionSource`1::SetResult"])]
    public static async Task<string> Framework_goes_on_where_the_task_ends()
    {
        using var target = new MemoryStream();
        // On the pool, by a continuation, and by a source that continues asynchronously.
        await using var source = new LetterStream(
            static read => Task.Run(read),
            static read => Task.Run(() => 1).ContinueWith(_ => read()),
            static read =>
            {
                var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
                Task.Run(() => answer.SetResult(read()));
                return answer.Task;
            });
        await source.CopyToAsync(target);
        return System.Text.Encoding.ASCII.GetString(target.ToArray());
    }

    [Program(Run, "abc")]
    public static async Task<string> Framework_goes_on_inside_a_task_too()
    {
        using var target = new MemoryStream();
        await using var source = new LetterStream(static read => Task.Factory.StartNew(read), static read => Task.Run(async () =>
        {
            await Task.Yield();
            return read();
        }), static read => Task.FromResult(read()));
        await Task.Run(() => source.CopyToAsync(target));
        return System.Text.Encoding.ASCII.GetString(target.ToArray());
    }

    [Program(Run, "1", "2")]
    public static async Task<string> Woven_code_behind_the_framework_is_interleaved()
    {
        var count = 0;
        async Task CopyAsync()
        {
            await using var source = new LetterStream(read => Task.Run(async () =>
            {
                var seen = count;
                await Task.Yield();
                count = seen + 1;
                return read();
            }));
            await source.CopyToAsync(Stream.Null);
            using var copy = new MemoryStream();
            await source.CopyToAsync(copy);
        }

        await Task.WhenAll(CopyAsync(), CopyAsync());
        return $"{count}";
    }
}
