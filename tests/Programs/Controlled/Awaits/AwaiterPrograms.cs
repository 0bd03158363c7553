namespace Controlled.Awaits;

internal static class AwaiterPrograms
{
    private const string Services = "System.Runtime.CompilerServices.";
    private const string Get = "::GetResult";
    private const string On = "::OnCompleted";
    private const string Unsafe = "::UnsafeOnCompleted";
    private const string Plain = Services + "TaskAwaiter";
    private const string PlainOf = Services + "TaskAwaiter`1";
    private const string Configured = Services + "ConfiguredTaskAwaitable/ConfiguredTaskAwaiter";
    private const string ConfiguredOf = Services + "ConfiguredTaskAwaitable`1/ConfiguredTaskAwaiter";
    private const string Value = Services + "ValueTaskAwaiter";
    private const string ValueOf = Services + "ValueTaskAwaiter`1";
    private const string ConfiguredValue = Services + "ConfiguredValueTaskAwaitable/ConfiguredValueTaskAwaiter";
    private const string ConfiguredValueOf = Services + "ConfiguredValueTaskAwaitable`1/ConfiguredValueTaskAwaiter";
    private const string Yield = Services + "YieldAwaitable/YieldAwaiter";

    [Program(
        PlainOf + Get,
        "1 1 1 1 after 8 s",
        Also = [Plain + Get, Configured + Get, ConfiguredOf + Get, Value + Get, ValueOf + Get, ConfiguredValue + Get, ConfiguredValueOf + Get])]
    public static string Blocking_on_an_awaiter_waits_for_its_task()
    {
        async Task<int> OneAsync()
        {
            await Task.Delay(1000);
            return 1;
        }

        var started = DateTime.UtcNow;
        ((Task)OneAsync()).GetAwaiter().GetResult();
        ((Task)OneAsync()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        new ValueTask(OneAsync()).GetAwaiter().GetResult();
        new ValueTask(OneAsync()).ConfigureAwait(false).GetAwaiter().GetResult();
        var results = $"{OneAsync().GetAwaiter().GetResult()} {OneAsync().ConfigureAwait(ConfigureAwaitOptions.ForceYielding).GetAwaiter().GetResult()} "
            + $"{new ValueTask<int>(OneAsync()).GetAwaiter().GetResult()} {new ValueTask<int>(OneAsync()).ConfigureAwait(false).GetAwaiter().GetResult()}";
        return $"{results} after {(DateTime.UtcNow - started).TotalSeconds} s";
    }

    [Program(
        PlainOf + Get,
        "done",
        "deadlock",
        Also = [Plain + Get, Configured + Get, ConfiguredOf + Get, Value + Get, ValueOf + Get, ConfiguredValue + Get, ConfiguredValueOf + Get])]
    public static async Task<string> Two_async_methods_that_block_on_each_other_with_a_slot_each_are_a_deadlock()
    {
        using var slots = new SemaphoreSlim(2);
        async Task<string> InnerAsync()
        {
            await slots.WaitAsync();
            slots.Release();
            return "done";
        }

        async Task<string> OuterAsync()
        {
            await slots.WaitAsync();
            await Task.Yield();
            var text = InnerAsync().ConfigureAwait(false).GetAwaiter().GetResult();
            slots.Release();
            return text;
        }

        return string.Join(' ', (await Task.WhenAll(OuterAsync(), OuterAsync())).Distinct());
    }

    [Program(
        PlainOf + On,
        "9 flowing",
        Also =
        [
            Plain + On, Plain + Unsafe, PlainOf + Unsafe, Configured + On, Configured + Unsafe, ConfiguredOf + On, ConfiguredOf + Unsafe, Value + On, Value + Unsafe, ValueOf + On,
            ValueOf + Unsafe, ConfiguredValue + On, ConfiguredValue + Unsafe, ConfiguredValueOf + On, ConfiguredValueOf + Unsafe, Yield + On, Yield + Unsafe,
        ])]
    public static async Task<string> Callbacks_of_awaiters_run_once()
    {
        var (source, local, text, count) = (new TaskCompletionSource<int>(), new AsyncLocal<string> { Value = "flowing" }, "", 0);
        var called = new TaskCompletionSource();
        void Note()
        {
            if (++count == 9) called.SetResult();
        }

        Task plain = source.Task;
        plain.GetAwaiter().OnCompleted(() => text = local.Value!);
        plain.GetAwaiter().UnsafeOnCompleted(Note);
        source.Task.GetAwaiter().OnCompleted(Note);
        plain.ConfigureAwait(false).GetAwaiter().OnCompleted(Note);
        source.Task.ConfigureAwait(true).GetAwaiter().UnsafeOnCompleted(Note);
        new ValueTask(plain).GetAwaiter().OnCompleted(Note);
        new ValueTask<int>(source.Task).GetAwaiter().UnsafeOnCompleted(Note);
        new ValueTask(plain).ConfigureAwait(false).GetAwaiter().OnCompleted(Note);
        new ValueTask<int>(source.Task).ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Note);
        Task.Yield().GetAwaiter().OnCompleted(Note);
        source.SetResult(1);
        await called.Task;
        while (text.Length == 0) await Task.Yield();
        return $"{count} {text}";
    }

    [Program(
        Plain + On,
        "ab",
        "ba",
        Also =
        [
            Plain + Unsafe, PlainOf + On, PlainOf + Unsafe, Configured + On, Configured + Unsafe, ConfiguredOf + On, ConfiguredOf + Unsafe, Value + On, Value + Unsafe, ValueOf + On,
            ValueOf + Unsafe, ConfiguredValue + On, ConfiguredValue + Unsafe, ConfiguredValueOf + On, ConfiguredValueOf + Unsafe, Yield + On, Yield + Unsafe,
        ])]
    public static async Task<string> Callback_and_caller_run_in_either_order()
    {
        var (text, called) = ("", new TaskCompletionSource());
        Task.Yield().GetAwaiter().UnsafeOnCompleted(() =>
        {
            text += "a";
            called.SetResult();
        });
        await Task.Yield();
        text += "b";
        await called.Task;
        return text;
    }

    [Program("System.Threading.Tasks.Task::Yield", "yielded", Also = ["System.Threading.Tasks.Task::GetAwaiter", "System.Threading.Tasks.Task`1::GetAwaiter"])]
    public static async Task<string> Yield_comes_back()
    {
        await Task.Yield();
        return await Task.FromResult("yielded");
    }

    [Program("System.Threading.Tasks.Task::Yield", "1", "2", Also = ["System.Threading.Tasks.Task::GetAwaiter", "System.Threading.Tasks.Task`1::GetAwaiter"])]
    public static async Task<string> Yield_between_read_and_write_loses_one()
    {
        var count = 0;
        async Task AddAsync()
        {
            var read = count;
            await Task.Yield();
            count = read + 1;
        }

        async Task TwiceAsync() => await AddAsync();
        await Task.WhenAll(Task.Run(TwiceAsync), Task.Run(TwiceAsync));
        return $"{count}";
    }

    [Program("System.Threading.Tasks.Task::ConfigureAwait", "forced suppressed Faulted", Also = ["System.Threading.Tasks.Task`1::ConfigureAwait"])]
    public static async Task<string> Options_of_an_await_keep_their_meaning()
    {
        var (order, failing) = ("", Task.Run(() => throw new InvalidOperationException()));
        async Task ForcedAsync()
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            order += " suppressed";
        }

        var forced = ForcedAsync();
        order += "forced";
        await failing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await forced.ConfigureAwait(true);
        await Task.FromResult(1).ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return $"{order} {failing.Status}";
    }

    [Program("System.Threading.Tasks.Task::ConfigureAwait", "1", "2", Also = ["System.Threading.Tasks.Task`1::ConfigureAwait"])]
    public static async Task<string> Forced_yield_between_read_and_write_loses_one()
    {
        var count = 0;
        async Task AddAsync()
        {
            var read = count;
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            count = await Task.FromResult(read + 1).ConfigureAwait(false);
        }

        await Task.WhenAll(Task.Run(AddAsync), Task.Run(AddAsync));
        return $"{count}";
    }
}
