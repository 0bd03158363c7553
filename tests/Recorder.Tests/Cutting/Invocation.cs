namespace ReplayKit.Recorder.Tests.Cutting;

/// <summary>One call of an async method in a <see cref="GeneratedService"/>.</summary>
internal sealed class Invocation(int taskId, string name, int awaitsLeft)
{
    public int TaskId { get; } = taskId;

    public string Name { get; } = name;

    /// <summary>Awaits it has still to do before it completes.</summary>
    public int AwaitsLeft { get; set; } = awaitsLeft;

    /// <summary>Whether it suspended at least once, so that the runtime told of it.</summary>
    public bool HasBegun { get; set; }

    public bool IsCompleted { get; set; }

    /// <summary>What it awaits now; null while it runs.</summary>
    public Invocation? Awaited { get; set; }

    /// <summary>Those that await it.</summary>
    public List<Invocation> Awaiters { get; } = [];

    /// <summary>Span of the outgoing call it awaits; null for none.</summary>
    public string? Span { get; set; }

    /// <summary>Host's name of the request whose connection loop this is; null for other methods.</summary>
    public string? HostOf { get; set; }

    /// <summary>Whether awaiting it would close a ring with <paramref name="awaiter"/>.</summary>
    public bool Awaits(Invocation awaiter)
    {
        for (var at = this; at is not null; at = at.Awaited)
        {
            if (at == awaiter) return true;
        }

        return false;
    }
}
