namespace Controlled.Signals;

internal static class EventPrograms
{
    private const string WaitOne = "System.Threading.WaitHandle::WaitOne";
    private const string Set = "System.Threading.EventWaitHandle::Set";
    private const string Reset = "System.Threading.EventWaitHandle::Reset";

    [Program(WaitOne, "ping pong ping pong", Also = [Set])]
    public static async Task<string> Two_take_turns()
    {
        using var ping = new AutoResetEvent(true);
        using var pong = new AutoResetEvent(false);
        var said = new List<string>();
        void Say(string what, AutoResetEvent mine, AutoResetEvent others)
        {
            for (var i = 0; i < 2; i++)
            {
                mine.WaitOne();
                said.Add(what);
                others.Set();
            }
        }

        await Task.WhenAll(Task.Run(() => Say("ping", ping, pong)), Task.Run(() => Say("pong", pong, ping)));
        return string.Join(' ', said);
    }

    [Program(Set, "2", "deadlock", Also = [WaitOne])]
    public static async Task<string> Two_signals_become_one()
    {
        using var arrived = new AutoResetEvent(false);
        var workers = new[] { Task.Run(arrived.Set), Task.Run(arrived.Set) };
        var waiter = Task.Run(() =>
        {
            arrived.WaitOne();
            arrived.WaitOne();
        });
        await Task.WhenAll(workers);
        await waiter;
        return "2";
    }

    [Program(Reset, "False True True False, 30 ms", Also = [Set, WaitOne])]
    public static string Manual_event_stays_until_it_is_reset()
    {
        using var signal = new ManualResetEvent(false);
        var started = DateTime.UtcNow;
        var before = signal.WaitOne(10);
        signal.Set();
        var (first, second) = (signal.WaitOne(10, false), signal.WaitOne(TimeSpan.FromMilliseconds(10)));
        signal.Reset();
        return $"{before} {first} {second} {signal.WaitOne(TimeSpan.FromMilliseconds(20), false)}, {(DateTime.UtcNow - started).TotalMilliseconds} ms";
    }

    [Program(Reset, "done", "deadlock", Also = [Set, WaitOne])]
    public static async Task<string> Gate_closes_before_all_have_passed()
    {
        using var gate = new EventWaitHandle(false, EventResetMode.ManualReset);
        var waiting = Task.Run(gate.WaitOne);
        gate.Set();
        gate.Reset();
        await waiting;
        return "done";
    }

    [Program("System.Threading.WaitHandle::WaitAny", "1, 258, 258, 0")]
    public static async Task<string> First_signal_of_several_is_named()
    {
        using var first = new ManualResetEvent(false);
        using var second = new AutoResetEvent(false);
        var both = new WaitHandle[] { first, second };
        var setter = Task.Run(second.Set);
        var index = WaitHandle.WaitAny(both);
        var late = $"{WaitHandle.WaitAny(both, 10)}, {WaitHandle.WaitAny(both, TimeSpan.FromHours(1), false)}";
        first.Set();
        second.Set();
        await setter;
        return $"{index}, {late}, {WaitHandle.WaitAny(both, TimeSpan.Zero)}";
    }

    [Program("System.Threading.WaitHandle::WaitAny", "0", "1")]
    public static async Task<string> Answer_and_cancellation_race()
    {
        using var cancellation = new CancellationTokenSource();
        using var answered = new ManualResetEvent(false);
        var server = Task.Run(answered.Set);
        var user = Task.Run(cancellation.Cancel);
        var index = WaitHandle.WaitAny([answered, cancellation.Token.WaitHandle], 1000, false);
        await Task.WhenAll(server, user);
        return $"{index}";
    }

    [Program("System.Threading.WaitHandle::WaitAll", "False False True, False True")]
    public static async Task<string> All_signals_are_taken_at_once_or_none()
    {
        using var first = new AutoResetEvent(true);
        using var second = new Semaphore(0, 1);
        var both = new WaitHandle[] { first, second };
        var late = $"{WaitHandle.WaitAll(both, 10)} {WaitHandle.WaitAll(both, TimeSpan.FromMilliseconds(10), false)}";
        var releaser = Task.Run(second.Release);
        var isAll = WaitHandle.WaitAll(both);
        await releaser;
        var isFirstLeft = first.WaitOne(0);
        first.Set();
        second.Release();
        return $"{late} {isAll}, {isFirstLeft} {WaitHandle.WaitAll(both, TimeSpan.Zero)}";
    }

    [Program("System.Threading.WaitHandle::SignalAndWait", "True False False, 20 ms")]
    public static async Task<string> Request_is_signalled_and_its_answer_waited_for()
    {
        using var asked = new AutoResetEvent(false);
        using var answered = new AutoResetEvent(false);
        var server = Task.Run(() =>
        {
            asked.WaitOne();
            answered.Set();
        });
        var isAnswered = WaitHandle.SignalAndWait(asked, answered);
        await server;
        var started = DateTime.UtcNow;
        var (late, later) = (WaitHandle.SignalAndWait(asked, answered, 10, false), WaitHandle.SignalAndWait(asked, answered, TimeSpan.FromMilliseconds(10), false));
        return $"{isAnswered} {late} {later}, {(DateTime.UtcNow - started).TotalMilliseconds} ms";
    }

    [Program("System.Threading.WaitHandle::SignalAndWait", "done", "deadlock")]
    public static async Task<string> Two_who_meet_take_each_others_signal()
    {
        using var here = new AutoResetEvent(false);
        using var there = new AutoResetEvent(false);
        var first = Task.Run(() => WaitHandle.SignalAndWait(here, there));
        var second = Task.Run(() =>
        {
            there.Set();
            here.WaitOne();
        });
        var third = Task.Run(() => here.WaitOne(0));
        await Task.WhenAll(first, second, third);
        return "done";
    }

    [Program("System.Threading.WaitHandle::WaitAll", "done", "deadlock", Also = ["System.Threading.EventWaitHandle::Set"])]
    public static async Task<string> Second_of_two_signals_that_nobody_took_yet_is_missing()
    {
        using var data = new AutoResetEvent(false);
        using var permit = new AutoResetEvent(false);
        void Take() => WaitHandle.WaitAll([data, permit]);
        void Give()
        {
            data.Set();
            permit.Set();
        }

        await Task.WhenAll(Task.Run(Take), Task.Run(Take), Task.Run(Give), Task.Run(Give));
        return "done";
    }

    [Program("System.Threading.WaitHandle::WaitAll", "both", "one is missing")]
    public static async Task<string> One_of_two_signals_goes_to_who_waits_for_it_alone()
    {
        using var data = new AutoResetEvent(false);
        using var permit = new AutoResetEvent(false);
        var both = Task.Run(() => WaitHandle.WaitAll([data, permit], 100));
        var one = Task.Run(() => permit.WaitOne(10));
        await Task.WhenAll(Task.Run(data.Set), Task.Run(permit.Set));
        await one;
        return await both ? "both" : "one is missing";
    }
}
