using System.Runtime.InteropServices;

namespace ReplayKit.Replayer.Execution;

/// <summary>A logical thread of control: a request, the body of a test, or a task, thread or work item that one of them started.</summary>
internal sealed class Operation
{
    private readonly TaskCompletionSource _completion = new();
    private Dictionary<(object Machine, short Use), int>? _invocationOfMachine;
    private Dictionary<string, int>? _invocations;

    /// <param name="number">Its number.</param>
    /// <param name="root">The request on whose behalf it runs; null when it is one, or runs for none.</param>
    /// <param name="inbox">Takes in what it is to run.</param>
    public Operation(int number, Operation? root, IOperationInbox inbox)
    {
        Number = number;
        Root = root ?? this;
        Context = new OperationContext(this, inbox);
        Scheduler = new OperationTaskScheduler(this, inbox);
    }

    public int Number { get; }

    /// <summary>Names it in any run: by its number where the run was told to expect it, else by who started it, and as the how-manieth.</summary>
    public required ulong Key { get; init; }

    /// <summary>How many operations it started so far.</summary>
    public int StartedCount { get; set; }

    /// <summary>The request on whose behalf it runs; itself when there is none.</summary>
    public Operation Root { get; }

    public OperationContext Context { get; }

    public OperationTaskScheduler Scheduler { get; }

    /// <summary>The whole operation; null until it arrived, and for what a task, a thread or a work item runs.</summary>
    public Task? Body { get; set; }

    /// <summary>Ends as <see cref="Body"/> does, when the loop says so: the host's own work behind the request then runs in one place.</summary>
    public Task Completion => _completion.Task;

    public bool IsFinished { get; set; }

    /// <summary>Whether the loop looks at <see cref="Body"/> itself, and nobody outside waits for it.</summary>
    public bool IsPolled { get; set; }

    /// <summary>Whether nothing of it is still to come.</summary>
    public bool IsOver => IsFinished || (IsPolled && Body is { IsCompleted: true });

    /// <summary>What <see cref="Body"/> threw; null when nothing.</summary>
    public Exception? Failure => Body switch
    {
        { IsFaulted: true } failed => failed.Exception!.InnerException,
        { IsCanceled: true } cancelled => CancellationOf(cancelled),
        _ => null,
    };

    // What an await of it throws: a cancelled task keeps the exception that cancelled it.
    private static OperationCanceledException CancellationOf(Task cancelled)
    {
        try
        {
            cancelled.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException thrown)
        {
            return thrown;
        }

        return new TaskCanceledException(cancelled);
    }

    /// <summary>Whether the outside was waited for on its behalf, in vain, since it last ran: it counts as waiting for another operation.</summary>
    public bool IsPresumedBlocked { get; set; }

    /// <summary>Ends <see cref="Completion"/>.</summary>
    public void Complete() => _completion.SetFromTask(Body!);

    /// <summary>1-based number of this invocation of the method among those of the request, in order of first suspension.</summary>
    /// <param name="method">Names the method within the build.</param>
    /// <param name="machine">The invocation's state machine; null when unknown.</param>
    /// <param name="use">Tells the invocations apart that one machine serves, one after the other.</param>
    public int InvocationOf(string method, object? machine, short use)
    {
        if (machine is null) return 0;
        if (Root != this) return Root.InvocationOf(method, machine, use);
        _invocationOfMachine ??= [];
        _invocations ??= new Dictionary<string, int>(StringComparer.Ordinal);
        ref var invocation = ref CollectionsMarshal.GetValueRefOrAddDefault(_invocationOfMachine, (machine, use), out var isKnown);
        if (isKnown) return invocation;
        invocation = _invocations.GetValueOrDefault(method) + 1;
        _invocations[method] = invocation;
        return invocation;
    }
}
