namespace Controlled.Locks;

internal static class SemaphoreSlimPrograms
{
    [Program("System.Threading.SemaphoreSlim::WaitAsync", "2", Also = ["System.Threading.SemaphoreSlim::Release"])]
    public static async Task<string> Semaphore_around_an_await_keeps_both()
    {
        using var gate = new SemaphoreSlim(1);
        var count = 0;
        async Task AddAsync()
        {
            await gate.WaitAsync();
            var read = count;
            await Task.Yield();
            count = read + 1;
            gate.Release();
        }

        await Task.WhenAll(AddAsync(), AddAsync());
        return $"{count}";
    }

    [Program("System.Threading.SemaphoreSlim::Wait", "done", "deadlock")]
    public static async Task<string> Two_slots_for_two_holders_of_two_run_out()
    {
        using var slots = new SemaphoreSlim(2);
        void TakeTwo()
        {
            slots.Wait();
            slots.Wait();
            slots.Release(2);
        }

        await Task.WhenAll(Task.Run(TakeTwo), Task.Run(TakeTwo));
        return "done";
    }
}
