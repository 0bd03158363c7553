using System.Collections.Immutable;
using ReplayKit.Replayer.Search;

namespace ReplayKit.Replayer.Explaining;

/// <summary>A run, and what its steps touched.</summary>
/// <param name="Trace">What it decided: the n-th is the step with number n + 1.</param>
/// <param name="Accesses">What was touched, in order.</param>
public sealed record TouchingRun(IReadOnlyList<TracedStep> Trace, IReadOnlyList<StepAccess> Accesses)
{
    /// <summary>The accesses with names by which they are known again in a run of another order.</summary>
    public ImmutableArray<NamedAccess> Named()
    {
        var counts = new Dictionary<AccessName, int>();
        var named = ImmutableArray.CreateBuilder<NamedAccess>(Accesses.Count);
        foreach (var access in Accesses)
        {
            if (access.Step < 1 || access.Step > Trace.Count) continue;
            var name = new AccessName(Trace[access.Step - 1].Step.Request, $"{access.Site.DeclaringType}.{access.Site.Method} {access.Site.What} {access.What.Name}", 0);
            counts[name] = counts.GetValueOrDefault(name) + 1;
            named.Add(new NamedAccess(name with { Occurrence = counts[name] }, named.Count, access));
        }

        return named.ToImmutable();
    }
}
