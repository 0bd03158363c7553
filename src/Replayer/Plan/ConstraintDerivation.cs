using System.Collections.Immutable;

namespace ReplayKit.Replayer.Plan;

/// <summary>Derives what production's order is known to have been between steps of different requests.</summary>
/// <remarks>
/// Steps that overlapped in time are unordered: begin order is not effect order. For each step and each other request, the constraint
/// is with the last step of that request that had ended before this one began; earlier ones follow from it by the request's own order, and
/// a constraint that an earlier step of the same request already implies is not counted again. See docs/fidelity.md.
/// </remarks>
public static class ConstraintDerivation
{
    /// <summary>The constraints among <paramref name="steps"/>, ordered by second step, then first.</summary>
    public static ImmutableArray<OrderConstraint> Derive(ImmutableArray<PlannedStep> steps)
    {
        var byRequest = steps.GroupBy(static step => step.Request).ToDictionary(static group => group.Key, static group => group.ToArray());
        var constraints = ImmutableArray.CreateBuilder<OrderConstraint>();
        foreach (var (request, own) in byRequest)
        {
            foreach (var (other, theirs) in byRequest)
            {
                if (other != request) AddBetween(theirs, own, constraints);
            }
        }

        return [.. constraints.OrderBy(static constraint => constraint.Second).ThenBy(static constraint => constraint.First)];
    }

    private static void AddBetween(PlannedStep[] firsts, PlannedStep[] seconds, ImmutableArray<OrderConstraint>.Builder constraints)
    {
        var implied = -1;
        foreach (var second in seconds)
        {
            var last = -1;
            for (var i = 0; i < firsts.Length && firsts[i].Index < second.Index; i++)
            {
                if (firsts[i].EndNs <= second.BeginNs) last = i;
            }

            if (last <= implied) continue;
            implied = last;
            constraints.Add(new OrderConstraint(firsts[last].Index, second.Index));
        }
    }
}
