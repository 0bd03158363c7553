namespace Controlled.Tasks;

internal static class StartNewPrograms
{
    private const string Factory = "System.Threading.Tasks.TaskFactory::";
    private const string FactoryOf = "System.Threading.Tasks.TaskFactory`1::";

    [Program(Factory + "StartNew", "a b c d e f g h")]
    public static async Task<string> Factory_starts_what_it_is_given()
    {
        var (none, plain, pool) = (CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);
        var done = new string[4];
        Task[] actions =
        [
            Task.Factory.StartNew(() => { done[0] = "a"; }), Task.Factory.StartNew(() => { done[1] = "b"; }, none, plain, pool),
            Task.Factory.StartNew(state => { done[2] = (string)state!; }, "c"), Task.Factory.StartNew(state => { done[3] = (string)state!; }, "d", TaskCreationOptions.LongRunning),
        ];
        Task<string>[] functions =
        [
            Task.Factory.StartNew(() => "e"), Task.Factory.StartNew(() => "f", none), Task.Factory.StartNew(state => (string)state!, "g"),
            Task.Factory.StartNew(state => (string)state!, "h", none, plain, pool),
        ];
        await Task.WhenAll(actions);
        return string.Join(' ', [.. done, .. await Task.WhenAll(functions)]);
    }

    [Program(Factory + "StartNew", "started", "ended")]
    public static async Task<string> Async_body_without_unwrap_is_awaited_to_its_first_await()
    {
        var text = "";
        await Task.Factory.StartNew(async () =>
        {
            text = "started";
            await Task.Yield();
            text = "ended";
        });
        await Task.Yield();
        return text;
    }

    [Program(Factory + "StartNew", "parent 2")]
    public static async Task<string> Parent_ends_after_its_attached_children()
    {
        var count = 0;
        await Task.Factory.StartNew(() =>
        {
            Task.Factory.StartNew(() => Interlocked.Increment(ref count), TaskCreationOptions.AttachedToParent);
            Task.Factory.StartNew(() => Interlocked.Increment(ref count), TaskCreationOptions.AttachedToParent);
        });
        return $"parent {count}";
    }

    [Program(Factory + "StartNew", "0", "1")]
    public static async Task<string> Parent_that_denies_children_does_not_wait_for_them()
    {
        var count = 0;
        await Task.Run(() =>
        {
            Task.Factory.StartNew(() => Interlocked.Increment(ref count), TaskCreationOptions.AttachedToParent);
        });
        return $"{Volatile.Read(ref count)}";
    }

    [Program(FactoryOf + "StartNew", "1 2 3 Canceled")]
    public static async Task<string> Typed_factory_uses_its_own_defaults()
    {
        using var cancellation = new CancellationTokenSource();
        var factory = new TaskFactory<int>(cancellation.Token, TaskCreationOptions.None, TaskContinuationOptions.None, TaskScheduler.Default);
        var sum = new[] { await factory.StartNew(() => 1), await factory.StartNew(state => (int)state!, 2), await factory.StartNew(() => 3, TaskCreationOptions.LongRunning) };
        await cancellation.CancelAsync();
        var late = factory.StartNew(() => 4);
        await ((Task)late).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return $"{string.Join(' ', sum)} {late.Status}";
    }

    [Program(FactoryOf + "StartNew", "1", "2")]
    public static async Task<string> Typed_factory_starts_them_side_by_side()
    {
        var count = 0;
        int Add()
        {
            var read = count;
            Thread.Yield();
            return count = read + 1;
        }

        var factory = new TaskFactory<int>();
        await Task.WhenAll(factory.StartNew(Add), factory.StartNew(Add));
        return $"{count}";
    }
}
