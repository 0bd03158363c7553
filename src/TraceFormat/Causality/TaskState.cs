namespace ReplayKit.TraceFormat.Causality;

/// <summary>A task while its recording is walked through.</summary>
internal sealed class TaskState(int id)
{
    /// <summary>What a task is called whose own name the recording lacks.</summary>
    internal const string Unnamed = "Task";

    internal int Id { get; } = id;

    /// <summary>Bare name; null when the recording does not hold its beginning.</summary>
    internal string? Name { get; set; }

    /// <summary>The request on whose behalf it was made; null for none or unknown.</summary>
    internal RequestState? Owner { get; private set; }

    /// <summary>Whether the event that made it was seen, so that its owner, or that it has none, is certain.</summary>
    internal bool IsMade { get; private set; }

    /// <summary>The task that awaits it, the first one seen; 0 for none.</summary>
    internal int AwaiterTaskId { get; set; }

    /// <summary>What it has awaited since it ran last; null when the recording does not tell.</summary>
    internal TaskState? Awaited { get; set; }

    internal int Invocation { get; private set; }

    internal int Resumptions { get; set; }

    internal bool HasRun { get; set; }

    internal bool HasFailed { get; set; }

    internal void Make(RequestState? owner, string? name)
    {
        IsMade = true;
        Owner = owner;
        Name = name;
        if (owner is not null) Invocation = owner.NextInvocation(name ?? Unnamed);
    }
}
