namespace Controlled.Locks;

internal static class SpinWaitPrograms
{
    private const string SpinOnce = "System.Threading.SpinWait::SpinOnce";
    private const string SpinUntil = "System.Threading.SpinWait::SpinUntil";

    [Program(SpinOnce, "42 42")]
    public static async Task<string> Spinning_ends_when_another_has_set_the_flag()
    {
        var (isReady, value) = (false, 0);
        int Read(int? threshold)
        {
            var spin = new SpinWait();
            while (!Volatile.Read(ref isReady))
            {
                if (threshold is { } sleep) spin.SpinOnce(sleep);
                else spin.SpinOnce();
            }

            return value;
        }

        var readers = new[] { Task.Run(() => Read(null)), Task.Run(() => Read(-1)) };
        await Task.Delay(TimeSpan.FromHours(1));
        value = 42;
        Volatile.Write(ref isReady, true);
        return string.Join(' ', await Task.WhenAll(readers));
    }

    [Program(SpinOnce, "1", "2")]
    public static async Task<string> Flag_that_is_seen_and_then_taken_lets_two_in()
    {
        var (isBusy, count) = (false, 0);
        void Add()
        {
            var spin = new SpinWait();
            while (Volatile.Read(ref isBusy)) spin.SpinOnce();
            Volatile.Write(ref isBusy, true);
            var read = Volatile.Read(ref count);
            Volatile.Write(ref count, read + 1);
            Volatile.Write(ref isBusy, false);
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{count}";
    }

    [Program(SpinUntil, "False False after 2 s, True")]
    public static async Task<string> Spinning_ends_after_its_time()
    {
        var isReady = false;
        var started = DateTime.UtcNow;
        var answers = $"{SpinWait.SpinUntil(() => false, 1000)} {SpinWait.SpinUntil(() => false, TimeSpan.FromSeconds(1))} after {(DateTime.UtcNow - started).TotalSeconds} s";
        var setter = Task.Run(() => Volatile.Write(ref isReady, true));
        SpinWait.SpinUntil(() => Volatile.Read(ref isReady));
        await setter;
        return $"{answers}, {SpinWait.SpinUntil(() => Volatile.Read(ref isReady), -1)}";
    }

    [Program(SpinUntil, "1", "2")]
    public static async Task<string> What_was_spun_for_is_taken_by_another()
    {
        var (slots, taken) = (1, 0);
        void Take()
        {
            if (!SpinWait.SpinUntil(() => Volatile.Read(ref slots) > 0, 10)) return;
            Interlocked.Decrement(ref slots);
            Interlocked.Increment(ref taken);
        }

        await Task.WhenAll(Task.Run(Take), Task.Run(Take));
        return $"{taken}";
    }
}
