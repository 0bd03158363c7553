using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Scheduling;

/// <summary>A step that could run now, as a scheduler sees it.</summary>
/// <param name="Id">Names the step within the run; ascending in the order in which steps came to be.</param>
/// <param name="Operation">Number of the operation it belongs to: the request's number.</param>
/// <param name="Kind">Why it would run.</param>
public sealed record StepDescription(int Id, int Operation, StepKind Kind)
{
    /// <summary>Where it resumes; null for an arrival and for code that is not woven.</summary>
    public AwaitSite? Site { get; init; }

    /// <summary>Readable name of the async method that resumes; empty when unknown.</summary>
    public string Method { get; init; } = "";

    /// <summary>1-based invocation of <see cref="Method"/> within the operation, in order of first suspension; 0 when unknown.</summary>
    public int Invocation { get; init; }

    /// <summary>Readable name of the awaited operation as the runtime knows it; empty when it does not.</summary>
    public string Awaited { get; init; } = "";

    /// <summary>The anchor in words.</summary>
    public string Anchor => Kind switch
    {
        StepKind.Arrival => $"r{Operation} arrival",
        StepKind.Resumption => $"r{Operation} {Method} #{Invocation} resumed{(Awaited.Length > 0 ? " (after " + Awaited + ")" : "")}",
        StepKind.Posted => $"r{Operation} {(Method.Length > 0 ? Method : "framework code")} continued",
        _ => $"r{Operation} timer",
    };
}
