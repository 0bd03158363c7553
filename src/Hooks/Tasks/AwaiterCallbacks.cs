using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>Takes over callbacks that woven code registers with an awaiter itself: each is an operation that begins when the awaiter is complete.</summary>
internal static class AwaiterCallbacks
{
    /// <summary>Takes the callback over; false outside control, and where it belongs to a context or a scheduler of the program's own.</summary>
    public static bool IsTaken<TAwaiter>(TAwaiter awaiter, Action continuation, bool flowsContext, string site)
        where TAwaiter : INotifyCompletion
    {
        var pending = new PendingAwait<TAwaiter>(awaiter);
        if (continuation is null || Control.Current is not { } control || AwaitCapture.ComesBack(control, pending)) return false;
        var body = Bodies.Of(continuation);
        var flow = flowsContext ? ExecutionContext.Capture() : null;
        // A yield waits for nothing.
        if (pending.IsYield) control.Queue(Run, site);
        else control.QueueAfter(pending, Run, site);
        return true;

        void Run()
        {
            if (flow is null) body();
            else ExecutionContext.Run(flow, static body => ((Action)body!)(), body);
        }
    }
}
