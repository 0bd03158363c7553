using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Outcome;

/// <summary>An operation that waits.</summary>
/// <param name="Operation">Its number.</param>
/// <param name="Site">The await at which it waits; null when it waits in a call, or in code that is not woven.</param>
/// <param name="Awaited">Readable name of what it waits for; empty when unknown.</param>
public sealed record WaitingOperation(int Operation, AwaitSite? Site, string Awaited)
{
    /// <summary>The call in which it is blocked; null when it is not blocked in one.</summary>
    public CodeSite? Call { get; init; }

    /// <summary>What that call waits for, in a few words; empty when it is not blocked in one.</summary>
    public string What { get; init; } = "";

    /// <summary>Number of the operation that holds what is waited for, or is to complete it; null when that is not known.</summary>
    public int? Holder { get; init; }

    /// <summary>Where the holder took it; null when that is not known.</summary>
    public CodeSite? HeldAt { get; init; }
}
