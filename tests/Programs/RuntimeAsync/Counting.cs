namespace RuntimeAsync;

internal static class Counting
{
    public static async Task<int> SumAsync(int count)
    {
        var sum = 0;
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            sum += await EchoAsync(i);
        }

        await Task.Delay(1);
        return sum + Later().Result;
    }

    public static async ValueTask<int> EchoAsync(int number)
    {
        await Task.Yield();
        return number;
    }

    // No method that the runtime suspends: it is woven.
    private static Task<int> Later() => Task.Run(static () => 0);
}
