using System.Collections.Immutable;

namespace ReplayKit.TraceFormat.Model;

/// <summary>One decision of a pinned schedule: the step chosen, by names that survive an edit of the code, and what else was enabled.</summary>
public sealed record PinnedStep
{
    /// <summary>The step in words, for people.</summary>
    public required string Anchor { get; init; }

    /// <summary>Number of the request on whose behalf it ran.</summary>
    public required int Request { get; init; }

    /// <summary>Why it ran: <c>arrival</c>, <c>resumption</c>, <c>timer</c>, <c>start</c> or <c>call</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Full name of the type whose source holds the place; empty for an arrival and a timer.</summary>
    public string Type { get; init; } = "";

    /// <summary>Name of the method in the source; empty for an arrival and a timer.</summary>
    public string Method { get; init; } = "";

    /// <summary>1-based invocation of the method within the request; 0 when unknown.</summary>
    public int Invocation { get; init; }

    /// <summary>What was awaited, or called; empty when unknown.</summary>
    public string What { get; init; } = "";

    /// <summary>Hash of the step's exact name: its operation, kind, place and occurrence.</summary>
    public required string Name { get; init; }

    /// <summary>Hashes of the exact names of the other enabled steps, in ascending order.</summary>
    public required ImmutableArray<string> Others { get; init; }

    /// <summary>Virtual time at which it began, in nanoseconds since the recording began.</summary>
    public required long TimeNs { get; init; }
}
