namespace Controlled.Awaits;

internal static class FlowPrograms
{
    private const string Row = "System.Threading.Tasks.Task::";

    [Program(Row + "Run", "b a a c", Also = [Row + "ContinueWith", Row + "Start"])]
    public static async Task<string> Local_values_flow_into_tasks_and_not_out()
    {
        var (local, own) = (new AsyncLocal<string> { Value = "a" }, "");
        var changing = Task.Run(async () =>
        {
            local.Value = "b";
            await Task.Yield();
            own = local.Value;
        });
        await changing;
        var seen = await changing.ContinueWith(_ => local.Value);
        var here = local.Value;
        var cold = new Task<string>(() => local.Value);
        local.Value = "c";
        var hot = new Task<string>(() => local.Value);
        cold.Start();
        hot.Start();
        return await cold == "a" ? $"{own} {seen} {here} {await hot}" : "started with another";
    }

    [Program(Row + "Run", "x y", Also = [Row + "ContinueWith", Row + "Start"])]
    public static async Task<string> Local_values_of_two_requests_stay_apart()
    {
        var local = new AsyncLocal<string>();
        async Task<string> HandleAsync(string name)
        {
            local.Value = name;
            await Task.Yield();
            await Task.Delay(10);
            return local.Value;
        }

        return string.Join(' ', await Task.WhenAll(HandleAsync("x"), Task.Run(() => HandleAsync("y"))));
    }
}
