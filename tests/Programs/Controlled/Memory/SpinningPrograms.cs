namespace Controlled.Memory;

/// <summary>Programs that wait by going round: what they wait for must get its turn.</summary>
internal static class SpinningPrograms
{
    [MemoryProgram("seen")]
    public static async Task<string> Reader_goes_round_until_a_volatile_flag_is_set()
    {
        var counter = new Counter();
        var reading = Task.Run(() =>
        {
            while (!counter.IsReady)
            {
            }

            return counter.Text;
        });
        await Task.Run(() =>
        {
            counter.Text = "seen";
            counter.IsReady = true;
        });
        return await reading;
    }

    [MemoryProgram("2")]
    public static async Task<string> Two_readers_go_round_until_a_third_writes()
    {
        var counter = new Counter();
        int Spin()
        {
            while (Volatile.Read(ref counter.Count) == 0)
            {
            }

            return 1;
        }

        var readers = new[] { Task.Run(Spin), Task.Run(Spin) };
        var writing = Task.Run(() => Volatile.Write(ref counter.Count, 1));
        var sum = 0;
        foreach (var part in await Task.WhenAll(readers)) sum += part;
        await writing;
        return $"{sum}";
    }
}
