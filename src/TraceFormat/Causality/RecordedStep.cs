namespace ReplayKit.TraceFormat.Causality;

/// <summary>What a request ran between two scheduling points, as production ran it.</summary>
public sealed record RecordedStep
{
    /// <summary>Position in the total order of steps (by <see cref="BeginNs"/>, then thread, then event index).</summary>
    public required int Index { get; init; }

    /// <summary><see cref="RecordedRequest.Number"/> of the request it belongs to.</summary>
    public required int Request { get; init; }

    /// <summary>Bare name of the state machine that resumed; empty for the step that begins with the request's arrival.</summary>
    public required string Method { get; init; }

    /// <summary>The task of the async method that resumed; 0 for the arrival.</summary>
    public required int TaskId { get; init; }

    /// <summary>The task that awaits <see cref="TaskId"/>; 0 when nobody was seen to.</summary>
    public int AwaiterTaskId { get; init; }

    /// <summary>1-based: how many invocations of <see cref="Method"/> this request had begun to suspend in, up to this one.</summary>
    public int Invocation { get; init; }

    /// <summary>1-based resumption of this invocation.</summary>
    public int Resumption { get; init; }

    /// <summary>Bare name of the operation it had awaited; empty when the recording does not tell (not a task, or lost).</summary>
    public string Awaited { get; init; } = "";

    /// <summary>Thread it ran on.</summary>
    public required long ThreadId { get; init; }

    /// <summary>Nanoseconds since the recording began at which it began.</summary>
    public required long BeginNs { get; init; }

    /// <summary>Nanoseconds at which the last of its own code can have run: the end of its operation, its next suspension or the end of its run, whichever came first.</summary>
    public required long EndNs { get; init; }

    /// <summary>Whether this is the step that begins with the request's arrival.</summary>
    public bool IsArrival => Method.Length == 0;
}
