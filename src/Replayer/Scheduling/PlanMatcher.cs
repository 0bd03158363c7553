using ReplayKit.Hooks;
using ReplayKit.Replayer.Plan;

namespace ReplayKit.Replayer.Scheduling;

/// <summary>Finds the planned step that a step of this run carries out, on a build that may have been edited since.</summary>
/// <remarks>
/// From strict to lenient: the same awaited operation of the same method; then the same method where the recorded awaited operation
/// is not awaited any more; then a method that took the place of one that is gone. What matches nothing was inserted by an edit, lost by
/// the recorder, or never had to wait in production.
/// </remarks>
public sealed class PlanMatcher(PlanProgress progress, BuildCatalog build)
{
    /// <summary>The planned step that <paramref name="step"/> carries out; null when the plan does not know it.</summary>
    public PlannedStep? Match(StepDescription step)
    {
        if (step.Kind == StepKind.Arrival) return progress.Next(step.Request) is { IsArrival: true } arrival ? arrival : null;
        if (step is { Kind: StepKind.Call, Call: { DeclaringType: CommandName.Database } call }) return Command(step.Request, call.What);
        if (step.Kind != StepKind.Resumption || step.Site is null) return null;
        return SameAwait(step, step.Site) ?? SameMethod(step, step.Site) ?? StandIn(step);
    }

    /// <summary>
    /// Whether suspending at an await that is complete carries out the next planned step of its request: then production suspended there. Whether a call is planned: then others may have to go first.
    /// </summary>
    public bool IsNext(StepDescription awaiting) => awaiting.Kind == StepKind.Call ? Match(awaiting) is not null :
        progress.NextStep(awaiting.Request) is { IsArrival: false } next && Match(awaiting)?.Index == next.Index;

    // Commands divide a step: none of another step can be meant. The begin of a transaction stands for its first command.
    private PlannedStep? Command(int request, string name)
    {
        foreach (var planned in progress.Remaining(request))
        {
            if (!planned.IsCommand) return null;
            if (planned.Command == name || name == CommandName.TransactionBegins) return planned;
        }

        return null;
    }

    private PlannedStep? SameAwait(StepDescription step, AwaitSite site)
    {
        PlannedStep? otherInvocation = null;
        foreach (var planned in progress.Remaining(step.Request))
        {
            if (!IsMethod(planned, site, step.Method) || !AwaitsSame(planned, step, site)) continue;
            if (step.Invocation == 0 || planned.Invocation == step.Invocation) return planned;
            otherInvocation ??= planned;
        }

        return otherInvocation;
    }

    private PlannedStep? SameMethod(StepDescription step, AwaitSite site)
    {
        foreach (var planned in progress.Remaining(step.Request))
        {
            if (IsMethod(planned, site, step.Method) && !IsStillAwaited(planned) && !IsAwaitedElsewhere(planned, step)) return planned;
        }

        return null;
    }

    // What it awaited must be the same: a stub of the test, which production never had, cannot take a recorded method's place.
    private PlannedStep? StandIn(StepDescription step) =>
        progress.NextStep(step.Request) is { IsGone: true } gone
        && (gone.Awaited.Length == 0 || gone.Awaited == step.Awaited)
        && !progress.Plan.Steps.Any(planned => planned.Method == step.Method)
            ? gone
            : null;

    private bool IsMethod(PlannedStep planned, AwaitSite site, string method)
    {
        if (planned.IsArrival || planned.Method != method) return false;
        return planned.DeclaringTypes.IsDefaultOrEmpty
            || planned.DeclaringTypes.Contains(site.DeclaringType)
            || !build.SitesOf(method).Any(other => planned.DeclaringTypes.Contains(other.DeclaringType));
    }

    private static bool AwaitsSame(PlannedStep planned, StepDescription step, AwaitSite site) =>
        planned.Awaited.Length == 0
        || planned.Awaited == step.Awaited
        || Root(planned.Awaited) == site.Awaited;

    // Whether the local build's method still awaits what production's method awaited: then the match is yet to come.
    private bool IsStillAwaited(PlannedStep planned)
    {
        var sites = build.SitesOf(planned.Method);
        return sites.Length > 1 && (!build.HasMethod(planned.Awaited) || sites.Any(site => site.Awaited == Root(planned.Awaited)));
    }

    private bool IsAwaitedElsewhere(PlannedStep planned, StepDescription step) =>
        step.Awaited.Length > 0
        && progress.Remaining(step.Request).Any(other => other.Index != planned.Index && other.Method == planned.Method && other.Awaited == step.Awaited);

    // "SendAsync.Core" is a local function of SendAsync: the source awaits SendAsync.
    private static string Root(string readableName)
    {
        var dot = readableName.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? readableName : readableName[..dot];
    }
}
