using System.Collections.Immutable;
using System.Globalization;
using ReplayKit.Replayer.Plan;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Search;

/// <summary>Makes a schedule to keep of a run, and a plan of such a schedule.</summary>
public static class Pinning
{
    private const string Arrival = "arrival";
    private const string Resumption = "resumption";

    /// <summary>The schedule of a run. Continuations of framework code are left out: some come from real threads at any time, and touch nothing of the service.</summary>
    /// <param name="trace">What the run decided.</param>
    /// <param name="timesNs">Virtual time of each of its steps.</param>
    /// <param name="tool">Version of ReplayKit.</param>
    /// <param name="verdict">How the run ended, in a few words.</param>
    public static PinnedSchedule Pin(IReadOnlyList<TracedStep> trace, IReadOnlyList<long> timesNs, string tool, string verdict)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(timesNs);
        var steps = ImmutableArray.CreateBuilder<PinnedStep>();
        for (var i = 0; i < trace.Count; i++)
        {
            if (IsDecision(trace[i].Step)) steps.Add(StepOf(trace[i], i < timesNs.Count ? timesNs[i] : 0));
        }

        return new PinnedSchedule(tool, verdict, steps.ToImmutable());
    }

    /// <summary>Whether a step is one that a schedule decides about.</summary>
    public static bool IsDecision(StepDescription step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Kind != StepKind.Posted;
    }

    /// <summary>How a schedule writes a name.</summary>
    public static string Write(StepName name) => name.Hash.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>How a schedule writes the names of the steps that were enabled beside the chosen one: without those it does not decide about.</summary>
    public static ImmutableArray<string> Write(IEnumerable<StepName> others) =>
        [.. others.Where(static other => other.Kind != StepKind.Posted).Select(Write).Order(StringComparer.Ordinal)];

    /// <summary>The plan that a schedule is for a build that it does not fit to the letter: its arrivals, resumptions and database commands, in its order.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="recorded">The plan of the recording.</param>
    /// <param name="build">The local build.</param>
    public static ReplayPlan ReAnchor(PinnedSchedule schedule, ReplayPlan recorded, BuildCatalog build)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(build);
        var steps = ImmutableArray.CreateBuilder<PlannedStep>();
        foreach (var step in schedule.Steps.Where(static step => step.Kind is Arrival or Resumption || step.Type == CommandName.Database)) steps.Add(Plan(step, steps.Count, build));
        return recorded with { Steps = steps.ToImmutable(), Constraints = ConstraintDerivation.Derive(steps.ToImmutable()) };
    }

    private static PlannedStep Plan(PinnedStep step, int index, BuildCatalog build) => new()
    {
        Index = index,
        Request = step.Request,
        Method = step.Kind == Resumption ? step.Method : "",
        DeclaringTypes = step.Type.Length == 0 ? [] : [step.Type],
        Invocation = step.Invocation,
        Awaited = step.Kind == Resumption ? step.What : "",
        Command = step.Type == CommandName.Database ? step.What : "",
        IsGone = step.Kind == Resumption && !build.HasMethod(step.Method),
        BeginNs = step.TimeNs,
        EndNs = step.TimeNs,
    };

    private static PinnedStep StepOf(TracedStep traced, long timeNs) => new()
    {
        Anchor = traced.Step.Anchor,
        Request = traced.Step.Request,
        Kind = Word(traced.Step.Kind),
        Type = traced.Step.Site?.DeclaringType ?? traced.Step.Call?.DeclaringType ?? "",
        Method = traced.Step.Method,
        Invocation = traced.Step.Invocation,
        What = traced.Step.Call?.What ?? traced.Step.Awaited,
        Name = Write(traced.Name),
        Others = Write(traced.Others),
        TimeNs = timeNs,
    };

    private static string Word(StepKind kind) => kind switch
    {
        StepKind.Arrival => Arrival,
        StepKind.Resumption => Resumption,
        StepKind.Timer => "timer",
        StepKind.Start => "start",
        StepKind.Call => "call",
        _ => throw new InvalidOperationException($"A schedule does not decide about {kind}."),
    };
}
