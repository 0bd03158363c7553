using System.Collections.Immutable;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Messages;

/// <summary>A row of an interleaving: a step, and how far it came before another request took over.</summary>
/// <param name="Begin">The step that the row is about.</param>
/// <param name="End">The last step that the row stands for: calls within the step are points of the schedule, and make no row of their own while nobody comes between.</param>
internal sealed record InterleavingRow(ReplayedStep Begin, ReplayedStep End)
{
    /// <summary>The request on whose behalf it ran.</summary>
    public int Request => Begin.Step.Request;

    /// <summary>The awaits at which it suspended, innermost first; empty when it ran to its end.</summary>
    public ImmutableArray<AwaitSite> Awaits => End.Awaits;

    /// <summary>The rows of a run.</summary>
    /// <param name="steps">What ran, in order.</param>
    /// <param name="isTestCode">Whether the type of this name is the test's own, such as a stub: its steps are not shown.</param>
    public static List<InterleavingRow> Of(ImmutableArray<ReplayedStep> steps, Func<string, bool> isTestCode)
    {
        var rows = new List<InterleavingRow>();
        foreach (var step in steps)
        {
            if (IsShown(step, isTestCode)) rows.Add(new InterleavingRow(step, step));
            else if (!GoesOn(step, isTestCode)) continue;
            else if (rows.Count > 0 && rows[^1].End.Step.Operation == step.Step.Operation) rows[^1] = rows[^1] with { End = step };
            else rows.Add(new InterleavingRow(step, step));
        }

        return rows;
    }

    private static bool IsShown(ReplayedStep step, Func<string, bool> isTestCode) =>
        step.PlanIndex is not null || step.Step.Kind == StepKind.Timer
        || (step.Step.Site is { } site && !isTestCode(site.DeclaringType))
        || (step.Step.Kind == StepKind.Start && IsOfService(step.Step.Call, isTestCode));

    private static bool GoesOn(ReplayedStep step, Func<string, bool> isTestCode) =>
        step.Step.Kind == StepKind.Call && IsOfService(step.Step.Call, isTestCode);

    private static bool IsOfService(CodeSite? call, Func<string, bool> isTestCode) =>
        call is { DeclaringType.Length: > 0 } && !isTestCode(call.DeclaringType);
}
