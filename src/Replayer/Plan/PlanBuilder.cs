using System.Collections.Immutable;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Plan;

/// <summary>Turns a recording into a plan for one build. Pure: the same inputs give the same plan.</summary>
public static class PlanBuilder
{
    /// <summary>Makes the plan.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="graph">What its events say about cause.</param>
    /// <param name="build">The local build that will run.</param>
    public static ReplayPlan Build(Recording recording, CausalGraph graph, BuildCatalog build)
    {
        var methods = recording.Footer.AsyncMethods
            .ToLookup(static method => method.RecordedName, StringComparer.Ordinal);
        var requests = graph.Requests.Select(static request => request.Number).ToHashSet();
        var steps = ImmutableArray.CreateBuilder<PlannedStep>();
        foreach (var step in graph.Steps.OrderBy(static step => step.Index))
        {
            if (requests.Contains(step.Request) && Plan(step, methods, build, steps.Count) is { } planned) steps.Add(planned);
        }

        var ordered = CommandSteps.AddTo(steps.ToImmutable(), graph.DatabaseCommands);
        return new ReplayPlan(
            graph.Requests, ordered, ConstraintDerivation.Derive(ordered), recording.Header.StartUtc, recording.Footer.Completeness);
    }

    // Steps of code that is not woven are left out: they run with the step before them, in production's framework and in ours.
    private static PlannedStep? Plan(RecordedStep step, ILookup<string, AsyncMethod> methods, BuildCatalog build, int index)
    {
        var name = StateMachineName.Readable(step.Method);
        var candidates = methods[step.Method].ToList();
        var isPresent = build.HasMethod(name);
        var isOurs = candidates.Count == 0
            ? isPresent
            : candidates.Any(candidate => build.Assemblies.Contains(candidate.Assembly));
        if (!step.IsArrival && !isOurs) return null;
        return new PlannedStep
        {
            Index = index,
            Request = step.Request,
            Method = name,
            DeclaringTypes = [.. candidates.Where(candidate => build.Assemblies.Contains(candidate.Assembly)).Select(static candidate => candidate.DeclaringType)],
            Invocation = step.Invocation,
            Resumption = step.Resumption,
            Awaited = StateMachineName.Readable(step.Awaited),
            IsGone = !step.IsArrival && !isPresent,
            BeginNs = step.BeginNs,
            EndNs = step.EndNs,
        };
    }
}
