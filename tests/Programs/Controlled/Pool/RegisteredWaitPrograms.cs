namespace Controlled.Pool;

internal static class RegisteredWaitPrograms
{
    private const string Register = "System.Threading.ThreadPool::RegisterWaitForSingleObject";
    private const string UnsafeRegister = "System.Threading.ThreadPool::UnsafeRegisterWaitForSingleObject";
    private const string Unregister = "System.Threading.RegisteredWaitHandle::Unregister";

    [Program(Register, "flows False x", Also = [Unregister])]
    public static async Task<string> Signal_calls_back_with_state_and_context()
    {
        var (local, called) = (new AsyncLocal<string> { Value = "flows" }, new TaskCompletionSource<string>());
        using var signal = new AutoResetEvent(false);
        var registered = ThreadPool.RegisterWaitForSingleObject(signal, (state, hasTimedOut) => called.SetResult($"{local.Value} {hasTimedOut} {state}"), "x", Timeout.Infinite, executeOnlyOnce: true);
        signal.Set();
        var text = await called.Task;
        registered.Unregister(null);
        return text;
    }

    [Program(UnsafeRegister, "True True True 00:00:03.2000000", Also = [Unregister])]
    public static async Task<string> Timeouts_call_back_until_it_is_unregistered()
    {
        var (started, text) = (DateTime.UtcNow, "");
        using var never = new ManualResetEvent(false);
        using var quiet = new ManualResetEvent(false);
        var registered = ThreadPool.UnsafeRegisterWaitForSingleObject(never, (_, hasTimedOut) => text += $"{hasTimedOut} ", null, TimeSpan.FromSeconds(1), executeOnlyOnce: false);
        while (text.Length < 15) await Task.Delay(400);
        registered.Unregister(quiet);
        var ended = DateTime.UtcNow - started;
        await Task.Delay(5000);
        return quiet.WaitOne(0) ? $"{text}{ended}" : "not quiet";
    }

    [Program(Register, "signalled", "timed out", Also = [UnsafeRegister])]
    public static async Task<string> Signal_and_timeout_at_one_instant_race()
    {
        var called = new TaskCompletionSource<string>();
        using var signal = new AutoResetEvent(false);
        ThreadPool.RegisterWaitForSingleObject(signal, (_, hasTimedOut) => called.TrySetResult(hasTimedOut ? "timed out" : "signalled"), null, 100u, executeOnlyOnce: true);
        await Task.Delay(100);
        signal.Set();
        return await called.Task;
    }

    [Program(Unregister, "deadlock", "called", Also = [Register])]
    public static async Task<string> Wait_that_is_unregistered_by_another_is_never_called()
    {
        var called = new TaskCompletionSource<string>();
        using var signal = new AutoResetEvent(false);
        var registered = ThreadPool.RegisterWaitForSingleObject(signal, (_, _) => called.TrySetResult("called"), null, -1L, executeOnlyOnce: true);
        var stopper = Task.Run(() => registered.Unregister(null));
        var setter = Task.Run(() => signal.Set());
        await Task.WhenAll(stopper, setter);
        return await called.Task;
    }
}
