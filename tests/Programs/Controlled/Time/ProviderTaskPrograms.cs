namespace Controlled.Time;

/// <summary>The extensions of the package for older frameworks, which code for several frameworks calls.</summary>
internal static class ProviderTaskPrograms
{
    private const string Type = "System.Threading.Tasks.TimeProviderTaskExtensions::";

    [Program(Type + "Delay", "after 3600 s, cancelled after 7200 s, late, 42", Also = [Type + "WaitAsync", Type + "CreateCancellationTokenSource"])]
    public static async Task<string> Time_of_the_provider_is_virtual()
    {
        var (clock, started, hour) = (TimeProvider.System, DateTime.UtcNow, TimeSpan.FromHours(1));
        await TimeProviderTaskExtensions.Delay(clock, hour);
        var text = $"after {(DateTime.UtcNow - started).TotalSeconds} s";
        using var source = TimeProviderTaskExtensions.CreateCancellationTokenSource(clock, hour);
        try
        {
            await TimeProviderTaskExtensions.Delay(clock, TimeSpan.FromDays(1), source.Token);
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == source.Token)
        {
            text += $", cancelled after {(DateTime.UtcNow - started).TotalSeconds} s";
        }

        var never = new TaskCompletionSource();
        try
        {
            await TimeProviderTaskExtensions.WaitAsync(never.Task, hour, clock);
        }
        catch (TimeoutException)
        {
            text += ", late";
        }

        return $"{text}, {await TimeProviderTaskExtensions.WaitAsync(Task.Run(static () => 42), hour, clock)}";
    }

    [Program(Type + "WaitAsync", "done", "late", Also = [Type + "Delay"])]
    public static async Task<string> Work_that_ends_with_its_time_is_in_time_or_not()
    {
        var (clock, second) = (TimeProvider.System, TimeSpan.FromSeconds(1));
        var work = Task.Run(async () =>
        {
            await TimeProviderTaskExtensions.Delay(clock, second);
            return "done";
        });
        try
        {
            return await TimeProviderTaskExtensions.WaitAsync(work, second, clock);
        }
        catch (TimeoutException)
        {
            return "late";
        }
    }

    [Program(Type + "CreateCancellationTokenSource", "done", "given up")]
    public static async Task<string> Work_that_looks_at_its_token_at_the_last_moment_is_given_up_or_not()
    {
        var (clock, second) = (TimeProvider.System, TimeSpan.FromSeconds(1));
        using var source = TimeProviderTaskExtensions.CreateCancellationTokenSource(clock, second);
        await Task.Delay(second);
        return source.IsCancellationRequested ? "given up" : "done";
    }
}
