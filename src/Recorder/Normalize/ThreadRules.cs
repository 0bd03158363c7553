using System.Globalization;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Rules for what threads do: locks and waits, the thread pool, timers.</summary>
public static class ThreadRules
{
    // EventSource's timers, as Timer and Task.Delay set them.
    private const int TimerKind = 1;

    /// <summary>ContentionStart: a thread waits for a lock.</summary>
    public static bool ContentionBegan(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        payload.ReadByte();              // flags
        payload.Skip(sizeof(ushort));    // runtime instance
        var lockId = payload.ReadInt64();
        payload.Skip(IntPtr.Size);       // the object
        var owner = payload.ReadInt64();
        recorded = recorded with { Kind = RecordedEventKind.ContentionBegan, Number = lockId, RelatedTaskId = unchecked((int)owner) };
        return true;
    }

    /// <summary>ContentionStop: it has the lock.</summary>
    public static bool ContentionEnded(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        recorded = recorded with { Kind = RecordedEventKind.ContentionEnded };
        return true;
    }

    /// <summary>WaitHandleWaitStart: a thread blocks.</summary>
    public static bool BlockingBegan(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var source = payload.ReadByte();
        recorded = recorded with { Kind = RecordedEventKind.BlockingBegan, Number = source };
        return true;
    }

    /// <summary>WaitHandleWaitStop: it goes on.</summary>
    public static bool BlockingEnded(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        recorded = recorded with { Kind = RecordedEventKind.BlockingEnded };
        return true;
    }

    /// <summary>ThreadPoolWorkerThreadAdjustmentAdjustment: the pool wants another number of workers.</summary>
    public static bool PoolResized(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        payload.Skip(sizeof(double)); // average throughput
        var workers = payload.ReadInt32();
        var reason = payload.ReadInt32();
        recorded = recorded with { Kind = RecordedEventKind.PoolResized, Number = workers, Text = ReasonOf(reason) };
        return true;
    }

    /// <summary>ThreadPoolEnqueueWork: a work item is queued.</summary>
    public static bool PoolItemQueued(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        recorded = recorded with { Kind = RecordedEventKind.PoolItemQueued, Number = payload.ReadInt64() };
        return true;
    }

    /// <summary>ThreadPoolDequeueWork: a worker takes it.</summary>
    public static bool PoolItemTaken(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        recorded = recorded with { Kind = RecordedEventKind.PoolItemTaken, Number = payload.ReadInt64() };
        return true;
    }

    /// <summary>ThreadTransferSend: something is handed to another thread; a timer, when its kind says so.</summary>
    public static bool TimerSet(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var id = payload.ReadInt64();
        var kind = payload.ReadInt32();
        payload.ReadString();      // information
        payload.Skip(sizeof(int)); // whether it comes again and again
        var dueMs = payload.ReadInt32();
        recorded = recorded with
        {
            Kind = RecordedEventKind.TimerSet,
            Number = id,
            Fields = [new(FieldNames.Due, dueMs.ToString(CultureInfo.InvariantCulture))],
        };
        return kind == TimerKind;
    }

    /// <summary>ThreadTransferReceive: it arrived there.</summary>
    public static bool TimerFired(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded)
    {
        var id = payload.ReadInt64();
        var kind = payload.ReadInt32();
        recorded = recorded with { Kind = RecordedEventKind.TimerFired, Number = id };
        return kind == TimerKind;
    }

    // ThreadAdjustmentReasonMap of the runtime's event manifest.
    private static string ReasonOf(int reason) => reason switch
    {
        0 => "warmup",
        1 => "initializing",
        2 => "random move",
        3 => "climbing move",
        4 => "change point",
        5 => "stabilizing",
        6 => "starvation",
        7 => "thread timed out",
        8 => "cooperative blocking",
        _ => "other",
    };
}
