namespace Controlled.Cancellation;

internal static class RegistrationPrograms
{
    private const string Registration = "System.Threading.CancellationTokenRegistration::";
    private const string Token = "System.Threading.CancellationToken::";

    [Program(Registration + "Dispose", "not in it", Also = [Token + "Register"])]
    public static async Task<string> Dispose_waits_for_the_callback_that_runs()
    {
        var isIn = false;
        using var source = new CancellationTokenSource();
        var registration = source.Token.Register(() =>
        {
            isIn = true;
            Thread.Yield();
            isIn = false;
        });
        var canceller = Task.Run(source.Cancel);
        registration.Dispose();
        var text = isIn ? "in it" : "not in it";
        await canceller;
        return text;
    }

    [Program(Token + "UnsafeRegister", "closed, no name, at once")]
    public static async Task<string> Callback_without_a_context_closes_what_the_token_ends()
    {
        var (name, text) = (new AsyncLocal<string> { Value = "request" }, "");
        using var source = new CancellationTokenSource();
        using var registration = source.Token.UnsafeRegister(
            (state, token) =>
            {
                if (token.IsCancellationRequested) text = $"{state}, {name.Value ?? "no name"}";
            },
            "closed");
        name.Value = null!;
        await Task.Run(source.Cancel);
        source.Token.UnsafeRegister(state => text += $", {state}", "at once");
        return text;
    }

    [Program(Registration + "Dispose", "done", "deadlock", Also = [Token + "UnsafeRegister"])]
    public static async Task<string> Dispose_under_a_lock_that_the_callback_takes_is_a_deadlock()
    {
        var gate = new object();
        using var source = new CancellationTokenSource();
        var token = source.Token;
        var user = Task.Run(() =>
        {
            lock (gate)
            {
                using var registration = token.UnsafeRegister(
                    (_, _) =>
                    {
                        lock (gate)
                        {
                        }
                    },
                    null);
                Thread.Yield();
            }
        });
        var canceller = Task.Run(source.Cancel);
        await Task.WhenAll(user, canceller);
        return "done";
    }

    [Program(Registration + "DisposeAsync", "not in it", Also = [Token + "Register"])]
    public static async Task<string> DisposeAsync_ends_with_the_callback()
    {
        var isIn = false;
        using var source = new CancellationTokenSource();
        Task canceller;
        await using (source.Token.Register(() =>
        {
            isIn = true;
            Thread.Sleep(10);
            isIn = false;
        }))
        {
            canceller = Task.Run(source.Cancel);
            await Task.Delay(5);
        }

        var text = isIn ? "in it" : "not in it";
        await canceller;
        return text;
    }

    [Program(Registration + "Unregister", "kept out", "in it", "ran before", Also = [Registration + "DisposeAsync", Token + "UnsafeRegister"])]
    public static async Task<string> Unregister_does_not_wait_for_the_callback()
    {
        var (isIn, hasRun) = (false, false);
        using var source = new CancellationTokenSource();
        var registration = source.Token.UnsafeRegister(
            _ =>
            {
                isIn = true;
                Thread.Yield();
                (isIn, hasRun) = (false, true);
            },
            null);
        var canceller = Task.Run(source.Cancel);
        Thread.Yield();
        var isOut = registration.Unregister();
        var text = isOut ? "kept out" : isIn ? "in it" : hasRun ? "ran before" : "lost";
        await canceller;
        await registration.DisposeAsync();
        return text;
    }

    [Program(Registration + "Unregister", "False False, True 0", Also = [Token + "Register"])]
    public static string Callback_that_is_unregistered_never_runs()
    {
        var count = 0;
        using var source = new CancellationTokenSource();
        CancellationTokenRegistration nothing = default;
        var registration = source.Token.Register(_ => count++, null, useSynchronizationContext: true);
        var isOut = registration.Unregister();
        source.Cancel();
        return $"{nothing.Unregister()} {registration.Unregister()}, {isOut} {count}";
    }
}
