using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Scheduling;

/// <summary>A step that could run now, as a scheduler sees it.</summary>
/// <param name="Id">Names the step within the run; ascending in the order in which steps came to be.</param>
/// <param name="Operation">Number of the operation it belongs to.</param>
/// <param name="Kind">Why it would run.</param>
public sealed record StepDescription(int Id, int Operation, StepKind Kind)
{
    private readonly int? _request;

    /// <summary>Number of the request on whose behalf the operation runs; the operation itself where that was started by none.</summary>
    public int Request
    {
        get => _request ?? Operation;
        init => _request = value;
    }

    /// <summary>Names the operation in any run of the same build, whatever the order: numbers are given in the order of starts.</summary>
    public ulong OperationKey { get; init; }

    /// <summary>Where it resumes; null for an arrival and for code that is not woven.</summary>
    public AwaitSite? Site { get; init; }

    /// <summary>Readable name of the async method that resumes; empty when unknown.</summary>
    public string Method { get; init; } = "";

    /// <summary>1-based invocation of <see cref="Method"/> within the request, in order of first suspension; 0 when unknown.</summary>
    public int Invocation { get; init; }

    /// <summary>Readable name of the awaited operation as the runtime knows it; empty when it does not.</summary>
    public string Awaited { get; init; } = "";

    /// <summary>The call at which it goes on; null for what is none.</summary>
    public CodeSite? Call { get; init; }

    /// <summary>What that call does.</summary>
    public PointKind Point { get; init; }

    /// <summary>Names what the step touches first, within the run; 0 when that is not known. Steps that touch different resources commute.</summary>
    public int Resource { get; init; }

    /// <summary>Hash of what names the step in any run of the same build.</summary>
    public ulong NameHash { get; init; }

    /// <summary>The anchor in words.</summary>
    public string Anchor => Kind switch
    {
        StepKind.Arrival => $"{Owner} arrival",
        StepKind.Start => $"{Owner} {(Call is null ? "" : Call.What + " ")}starts",
        StepKind.Resumption => $"{Owner} {Method} #{Invocation} resumed{(Awaited.Length > 0 ? " (after " + Awaited + ")" : "")}",
        StepKind.Posted => $"{Owner} {(Method.Length > 0 ? Method : "framework code")} continued",
        StepKind.Call => $"{Owner} {Call?.Method} goes on at {Call?.What}",
        _ => $"{Owner} timer",
    };

    private string Owner => Request == Operation ? $"r{Operation}" : $"r{Request}/{Operation}";
}
