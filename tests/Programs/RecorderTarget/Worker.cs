namespace RecorderTarget;

/// <summary>A program that serves nobody: it does its rounds of work and ends.</summary>
internal static class Worker
{
    public const int ExitCode = 7;

    /// <summary>Does rounds until it is asked to stop; or a number of them, then copies a line from its input to its output.</summary>
    public static async Task<int> RunAsync(int? rounds)
    {
        Console.Error.WriteLine($"worker {Environment.ProcessId}");
        for (var round = 0; rounds is null || round < rounds; round++) await WorkAsync(round);
        if (rounds is not null) Console.WriteLine($"echo {Console.ReadLine()}");
        return ExitCode;
    }

    private static async Task WorkAsync(int round)
    {
        await Task.Delay(5);
        await FinishAsync(round);
    }

    private static async Task FinishAsync(int round)
    {
        await Task.Yield();
        GC.KeepAlive(round);
    }
}
