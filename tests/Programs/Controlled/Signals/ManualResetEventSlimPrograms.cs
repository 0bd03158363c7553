namespace Controlled.Signals;

internal static class ManualResetEventSlimPrograms
{
    private const string Wait = "System.Threading.ManualResetEventSlim::Wait";
    private const string Set = "System.Threading.ManualResetEventSlim::Set";
    private const string Reset = "System.Threading.ManualResetEventSlim::Reset";
    private const string IsSet = "System.Threading.ManualResetEventSlim::get_IsSet";

    [Program(Wait, "False False False False, cancelled, True 42", Also = [Set, Reset, IsSet])]
    public static async Task<string> Waits_end_by_signal_time_or_cancellation()
    {
        using var signal = new ManualResetEventSlim(true);
        using var cancellation = new CancellationTokenSource();
        signal.Reset();
        var ten = TimeSpan.FromMilliseconds(10);
        var answers = $"{signal.Wait(10)} {signal.Wait(ten)} {signal.Wait(10, cancellation.Token)} {signal.Wait(ten, cancellation.Token)}";
        var canceller = Task.Run(cancellation.Cancel);
        try
        {
            signal.Wait(cancellation.Token);
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == cancellation.Token)
        {
            answers += ", cancelled";
        }

        await canceller;
        var value = 0;
        var setter = Task.Run(() =>
        {
            value = 42;
            signal.Set();
        });
        signal.Wait();
        await setter;
        return $"{answers}, {signal.IsSet} {value}";
    }

    [Program(Reset, "done", "deadlock", Also = [Wait, Set])]
    public static async Task<string> Signal_is_reset_before_it_is_seen()
    {
        using var signal = new ManualResetEventSlim();
        var waiter = Task.Run(signal.Wait);
        signal.Set();
        signal.Reset();
        await waiter;
        return "done";
    }

    [Program(IsSet, "1", "2", Also = [Set])]
    public static async Task<string> Start_that_is_checked_and_then_marked_happens_twice()
    {
        using var isStarted = new ManualResetEventSlim();
        var starts = 0;
        void Start()
        {
            if (isStarted.IsSet) return;
            isStarted.Set();
            starts++;
        }

        await Task.WhenAll(Task.Run(Start), Task.Run(Start));
        return $"{starts}";
    }

    [Program(Wait, "throws ObjectDisposedException")]
    public static string Disposed_event_is_not_waited_for()
    {
        var signal = new ManualResetEventSlim();
        signal.Dispose();
        signal.Wait(10);
        return "waited";
    }
}
