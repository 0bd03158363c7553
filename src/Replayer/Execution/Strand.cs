using ReplayKit.Hooks;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>A step that has not run yet: what would run, and what it waits for.</summary>
/// <remarks>Either something to call on any worker's empty stack, or a stack that stands still in the middle of a call, on its own thread.</remarks>
internal sealed class Strand
{
    private bool _isRegistered;
    private volatile bool _isSignalled;

    private Strand(StepDescription description, Operation operation, Action? run)
    {
        Description = description;
        Operation = operation;
        Run = run;
    }

    public StepDescription Description { get; }

    public Operation Operation { get; }

    /// <summary>What to call; null for a stack that stands still.</summary>
    public Action? Run { get; }

    /// <summary>The thread whose stack stands still; null for something to call.</summary>
    public Worker? Owner { get; private init; }

    /// <summary>Whether it is the body of a thread of the program's own, on one of the crew's.</summary>
    public bool IsThread { get; private init; }

    /// <summary>What the stack is to locks.</summary>
    public Execution? Execution { get; private init; }

    public Blockage? Blockage { get; private init; }

    public PendingAwait? Pending { get; private init; }

    public bool HasTimedOut { get; set; }

    /// <summary>Whether it waits for a socket or a stream. Such a one is asked only: to register would have the framework complete it on the thread pool.</summary>
    public bool IsOutside { get; set; }

    /// <summary>Whether nothing came for it when all answers were waited for, and nothing was asked of the outside since.</summary>
    public bool IsIdle { get; set; }

    /// <summary>What an observer of the steps keeps about it.</summary>
    public object? Observed { get; set; }

    /// <summary>The task it waits for; null when it waits for none, or when that is not known.</summary>
    public Task? Task => Pending is null ? Blockage?.Task : Pending.Task;

    /// <summary>Whether it is work of the thread pool that has not begun. The body of an exploration's test is called by the exploration itself.</summary>
    public bool NeedsWorker => Owner is null && !IsThread && !(Description.Kind == StepKind.Arrival && Operation.IsPolled);

    /// <summary>Whether it could run at once when it came to be.</summary>
    public bool IsFree => Pending is null && Blockage is null;

    public bool IsEnabled => Owner is null
        ? Pending is null || _isSignalled || (Pending.CanBeAsked && Pending.IsCompleted)
        : Blockage is null || HasTimedOut || Blockage.IsOver;

    /// <summary>Something to call.</summary>
    public static Strand Of(StepDescription description, Operation operation, Action run) => new(description, operation, run);

    /// <summary>The body of a thread of the program's own that runs on one of the crew's.</summary>
    public static Strand OfThread(StepDescription description, Operation operation, Action run) => new(description, operation, run) { IsThread = true };

    /// <summary>A suspended async method.</summary>
    public static Strand Of(StepDescription description, Operation operation, Action continuation, PendingAwait? pending) =>
        new(description, operation, continuation) { Pending = pending };

    /// <summary>A stack that stands still; on a thread that has not begun, <paramref name="execution"/> is yet to be entered.</summary>
    public static Strand Of(StepDescription description, Worker owner, Execution execution, Blockage? blockage) =>
        new(description, execution.Operation, null) { Owner = owner, Execution = execution, Blockage = blockage };

    /// <summary>Has <paramref name="wake"/> called when what it awaits is complete. Most strands never need it: they are asked.</summary>
    public void Register(Action wake)
    {
        if (_isRegistered || IsOutside || Pending is null) return;
        _isRegistered = true;
        Pending.OnCompleted(() =>
        {
            _isSignalled = true;
            wake();
        });
    }
}
