using System.Collections.Immutable;

namespace ReplayKit.Replayer.Plan;

/// <summary>A step that production took and the replay is to take: its anchor, and when it ran.</summary>
public sealed record PlannedStep
{
    /// <summary>Position in the plan's total order.</summary>
    public required int Index { get; init; }

    /// <summary>Number of the request it belongs to.</summary>
    public required int Request { get; init; }

    /// <summary>Readable name of the async method that resumes; empty for the arrival and for a database command.</summary>
    public required string Method { get; init; }

    /// <summary>Full names of the types whose method this was in the recorded build; empty when the recording does not tell.</summary>
    public ImmutableArray<string> DeclaringTypes { get; init; } = [];

    /// <summary>1-based invocation of <see cref="Method"/> within the request.</summary>
    public int Invocation { get; init; }

    /// <summary>1-based resumption of that invocation.</summary>
    public int Resumption { get; init; }

    /// <summary>Readable name of the operation that was awaited; empty when the recording does not tell.</summary>
    public string Awaited { get; init; } = "";

    /// <summary>Name of the database command that is sent, in the form of <see cref="CommandName"/>; empty for other steps.</summary>
    public string Command { get; init; } = "";

    /// <summary>Whether the local build has no async method of this name: it was removed or renamed.</summary>
    public bool IsGone { get; init; }

    /// <summary>When production began it, in nanoseconds since the recording began.</summary>
    public required long BeginNs { get; init; }

    /// <summary>When production's own code in it can have ended, in nanoseconds since the recording began.</summary>
    public required long EndNs { get; init; }

    /// <summary>Whether this is the request's arrival.</summary>
    public bool IsArrival => Method.Length == 0 && !IsCommand;

    /// <summary>Whether this is a database command. A build need not reach it: within a transaction nothing can come between its commands.</summary>
    public bool IsCommand => Command.Length > 0;

    /// <summary>The anchor in words: request, method, invocation and what it had awaited.</summary>
    public string Anchor => IsArrival
        ? $"r{Request} arrival"
        : IsCommand ? $"r{Request} {Command}"
        : $"r{Request} {Method} #{Invocation} resumed ({Resumption}{(Awaited.Length > 0 ? ", after " + Awaited : "")})";
}
