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

    [Program("System.Threading.SemaphoreSlim::Wait", "False False False False False, cancelled, True True", Also = ["System.Threading.SemaphoreSlim::Release"])]
    public static string Waits_for_a_slot_end_after_their_time_or_when_cancelled()
    {
        using var slots = new SemaphoreSlim(0, 2);
        using var cancellation = new CancellationTokenSource();
        var ten = TimeSpan.FromMilliseconds(10);
        var answers = $"{slots.Wait(0)} {slots.Wait(10)} {slots.Wait(ten)} {slots.Wait(10, cancellation.Token)} {slots.Wait(ten, cancellation.Token)}";
        var canceller = Task.Run(cancellation.Cancel);
        try
        {
            slots.Wait(cancellation.Token);
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == cancellation.Token)
        {
            answers += ", cancelled, ";
        }

        canceller.Wait();
        slots.Release(2);
        slots.Wait();
        return $"{answers}{slots.Wait(Timeout.Infinite)} {!slots.Wait(0)}";
    }

    [Program("System.Threading.SemaphoreSlim::WaitAsync", "False False False False False after 3600 s, cancelled, True", Also = ["System.Threading.SemaphoreSlim::Release"])]
    public static async Task<string> Asynchronous_waits_end_after_their_time_or_when_cancelled()
    {
        using var slots = new SemaphoreSlim(0);
        using var cancellation = new CancellationTokenSource();
        var hour = TimeSpan.FromHours(1);
        var started = DateTime.UtcNow;
        var waits = new[]
        {
            slots.WaitAsync(0), slots.WaitAsync(10), slots.WaitAsync(hour), slots.WaitAsync(10, cancellation.Token), slots.WaitAsync(hour, cancellation.Token),
        };
        var answers = $"{string.Join(' ', await Task.WhenAll(waits))} after {(DateTime.UtcNow - started).TotalSeconds} s";
        var canceller = Task.Run(cancellation.Cancel);
        try
        {
            await slots.WaitAsync(cancellation.Token);
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == cancellation.Token)
        {
            answers += ", cancelled, ";
        }

        await canceller;
        var last = slots.WaitAsync(hour);
        slots.Release();
        return answers + await last;
    }

    [Program("System.Threading.SemaphoreSlim::WaitAsync", "1", "2", Also = ["System.Threading.SemaphoreSlim::Release"])]
    public static async Task<string> Wait_whose_time_is_up_is_taken_for_a_slot()
    {
        using var gate = new SemaphoreSlim(1);
        var count = 0;
        async Task AddAsync()
        {
            await gate.WaitAsync(TimeSpan.FromMilliseconds(100));
            var read = count;
            await Task.Delay(100);
            count = read + 1;
            gate.Release();
        }

        await Task.WhenAll(AddAsync(), AddAsync());
        return $"{count}";
    }

    [Program("System.Threading.SemaphoreSlim::get_CurrentCount", "3 3", Also = ["System.Threading.SemaphoreSlim::Wait", "System.Threading.SemaphoreSlim::Release"])]
    public static async Task<string> All_slots_are_back_when_all_are_done()
    {
        using var slots = new SemaphoreSlim(3);
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            slots.Wait();
            Interlocked.Increment(ref done);
            await Task.Yield();
            slots.Release();
        })));
        return $"{slots.CurrentCount} {done}";
    }

    [Program("System.Threading.SemaphoreSlim::get_CurrentCount", "done", "deadlock", Also = ["System.Threading.SemaphoreSlim::Wait"])]
    public static async Task<string> Slot_that_was_seen_is_gone_when_it_is_taken()
    {
        using var slots = new SemaphoreSlim(1);
        void TakeIfThere()
        {
            if (slots.CurrentCount > 0) slots.Wait();
        }

        await Task.WhenAll(Task.Run(TakeIfThere), Task.Run(TakeIfThere));
        return "done";
    }

    [Program("System.Threading.SemaphoreSlim::Wait", "async blocking")]
    public static async Task<string> Blocking_wait_comes_after_the_asynchronous_ones_before_it()
    {
        using var gate = new SemaphoreSlim(1);
        await gate.WaitAsync();
        var order = new List<string>();
        async Task TakeAsync()
        {
            await gate.WaitAsync();
            order.Add("async");
            gate.Release();
        }

        var first = TakeAsync();
        var second = Task.Run(() =>
        {
            gate.Wait();
            order.Add("blocking");
            gate.Release();
        });
        await Task.Delay(10);
        gate.Release();
        await Task.WhenAll(first, second);
        return string.Join(' ', order);
    }
}
