using System.Collections.Immutable;

namespace ReplayKit.Recorder.Cli;

/// <summary>A task in a request's await tree.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Name">Its recorded bare name; empty when the recording does not tell.</param>
/// <param name="Request">Number of the request that runs it; null when the recording does not tell.</param>
/// <param name="AwaitedNs">When the parent began to await it, in nanoseconds since the recording began; null for a root.</param>
/// <param name="IsShownBefore">Whether it stands in the tree before with its children: more than one task awaits it.</param>
/// <param name="Awaited">What it awaited, in time order.</param>
public sealed record AwaitNode(
    int TaskId, string Name, int? Request, long? AwaitedNs, bool IsShownBefore, ImmutableArray<AwaitNode> Awaited);
