using System.Runtime.InteropServices;

namespace ReplayKit.Replayer.Execution;

/// <summary>A logical thread of control: one replayed request.</summary>
internal sealed class Operation
{
    private readonly Dictionary<object, int> _invocationOfMachine = new(ReferenceEqualityComparer.Instance);
    private readonly TaskCompletionSource _completion = new();
    private readonly Dictionary<string, int> _invocations = new(StringComparer.Ordinal);

    public Operation(int number, IOperationInbox inbox)
    {
        Number = number;
        Context = new OperationContext(this, inbox);
        Scheduler = new OperationTaskScheduler(this, inbox);
    }

    public int Number { get; }

    public OperationContext Context { get; }

    public OperationTaskScheduler Scheduler { get; }

    /// <summary>The whole operation; null until it arrived.</summary>
    public Task? Body { get; set; }

    /// <summary>Ends as <see cref="Body"/> does, when the loop says so: the host's own work behind the request then runs in one place.</summary>
    public Task Completion => _completion.Task;

    public bool IsFinished { get; set; }

    /// <summary>Whether the outside was waited for on its behalf, in vain, since it last ran: it counts as waiting for another operation.</summary>
    public bool IsPresumedBlocked { get; set; }

    /// <summary>Ends <see cref="Completion"/>.</summary>
    public void Complete() => _completion.SetFromTask(Body!);

    /// <summary>1-based number of this invocation of the method among those of the operation, in order of first suspension.</summary>
    /// <param name="method">Names the method within the build.</param>
    /// <param name="machine">The invocation's state machine; null when unknown.</param>
    public int InvocationOf(string method, object? machine)
    {
        if (machine is null) return 0;
        ref var invocation = ref CollectionsMarshal.GetValueRefOrAddDefault(_invocationOfMachine, machine, out var isKnown);
        if (isKnown) return invocation;
        invocation = _invocations.GetValueOrDefault(method) + 1;
        _invocations[method] = invocation;
        return invocation;
    }
}
