namespace Controlled.Locks;

internal static class SemaphorePrograms
{
    [Program("System.Threading.Semaphore::Release", "False False True True, 0 before", Also = ["System.Threading.WaitHandle::WaitOne"])]
    public static async Task<string> Slots_are_waited_for_and_given_back()
    {
        using var slots = new Semaphore(0, 2);
        var tries = $"{slots.WaitOne(10)} {slots.WaitOne(TimeSpan.FromMilliseconds(10))}";
        var workers = new[] { Task.Run(() => slots.WaitOne()), Task.Run(() => slots.WaitOne(Timeout.Infinite, false)) };
        var before = slots.Release(2);
        var taken = await Task.WhenAll(workers);
        slots.Release();
        return $"{tries} {taken[0]} {taken[1]}, {before} before";
    }

    [Program("System.Threading.Semaphore::Release", "done", "deadlock", Also = ["System.Threading.WaitHandle::WaitOne"])]
    public static async Task<string> Two_slots_for_two_holders_of_two_run_out()
    {
        using var slots = new Semaphore(2, 2);
        void TakeTwo()
        {
            slots.WaitOne();
            slots.WaitOne();
            slots.Release(2);
        }

        await Task.WhenAll(Task.Run(TakeTwo), Task.Run(TakeTwo));
        return "done";
    }
}
