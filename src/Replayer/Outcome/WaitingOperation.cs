using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Outcome;

/// <summary>An operation that waits.</summary>
/// <param name="Operation">Its number.</param>
/// <param name="Site">The await at which it waits; null when it waits in code that is not woven.</param>
/// <param name="Awaited">Readable name of what it waits for; empty when unknown.</param>
public sealed record WaitingOperation(int Operation, AwaitSite? Site, string Awaited);
