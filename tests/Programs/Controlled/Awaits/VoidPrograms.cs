namespace Controlled.Awaits;

internal static class VoidPrograms
{
    private const string Row = "System.Runtime.CompilerServices.AsyncVoidMethodBuilder::Create";

    [Program(Row, "handled")]
    public static async Task<string> Event_handler_runs_to_its_end()
    {
        var handled = new TaskCompletionSource<string>();
        async void Handle(object? sender, EventArgs arguments)
        {
            await Task.Yield();
            handled.SetResult("handled");
        }

        EventHandler raised = Handle;
        raised(null, EventArgs.Empty);
        return await handled.Task;
    }

    [Program(Row, "saved", "throws InvalidOperationException")]
    public static async Task<string> Failure_of_an_async_void_method_is_nobodys_to_catch()
    {
        async void Save()
        {
            await Task.Yield();
            throw new InvalidOperationException();
        }

        try
        {
            Save();
        }
        catch (InvalidOperationException)
        {
            return "caught";
        }

        await Task.Yield();
        return "saved";
    }

    [Program(Row, "throws InvalidOperationException")]
    public static async Task<string> Failure_on_the_pool_comes_to_light_as_well()
    {
        static async void Save()
        {
            await Task.CompletedTask;
            throw new InvalidOperationException();
        }

        await Task.Run(Save);
        await Task.Delay(1000);
        return "saved";
    }
}
