namespace Controlled.Tasks;

internal static class FromAsyncPrograms
{
    private const string Factory = "System.Threading.Tasks.TaskFactory::FromAsync";
    private const string FactoryOf = "System.Threading.Tasks.TaskFactory`1::FromAsync";
    private const string Begin = "System.Threading.Tasks.TaskToAsyncResult::Begin";
    private const string End = "System.Threading.Tasks.TaskToAsyncResult::End";

    [Program(Factory, "5 5 5 True", Also = [FactoryOf, Begin, End])]
    public static async Task<string> Begun_calls_become_tasks()
    {
        var one = await Task.Factory.FromAsync(BeginAdd, EndAdd, 2, 3, null);
        var two = await new TaskFactory<int>().FromAsync(BeginAdd(2, 3, null, null), EndAdd);
        var begun = BeginAdd(2, 3, null, null);
        var three = await Task.Factory.FromAsync(begun, EndAdd, TaskCreationOptions.None, TaskScheduler.Default);
        var done = Task.Factory.FromAsync(BeginAdd(1, 1, null, null), result => { EndAdd(result); });
        await done;
        return $"{one} {two} {three} {done.IsCompletedSuccessfully}";
    }

    [Program(Factory, "ab", "ba", Also = [FactoryOf, Begin, End])]
    public static async Task<string> Begun_calls_end_in_either_order()
    {
        var text = "";
        Task CallAsync(string name) => Task.Factory.FromAsync(BeginAdd(1, 1, null, null), result =>
        {
            EndAdd(result);
            text += name;
        });
        await Task.WhenAll(CallAsync("a"), CallAsync("b"));
        return text;
    }

    private static IAsyncResult BeginAdd(int a, int b, AsyncCallback? callback, object? state) => TaskToAsyncResult.Begin(AddAsync(a, b), callback, state);

    private static int EndAdd(IAsyncResult result) => TaskToAsyncResult.End<int>(result);

    private static async Task<int> AddAsync(int a, int b)
    {
        await Task.Delay(100);
        return a + b;
    }
}
