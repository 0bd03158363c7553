namespace ReplayKit.Replayer.Explaining;

/// <summary>Finds the two accesses whose order makes the difference between a run that fails and one that passes.</summary>
/// <remarks>
/// Of the conflicting pairs of the failing run those count that the passing run has in the other order; where there is none, those that it does not
/// have. Data comes before locks: a lock says who went first, the data why that matters. What one read before the other wrote comes before two writes.
/// </remarks>
public static class ConflictFinder
{
    private const int Reversed = 0;
    private const int Gone = 1;
    private const int Same = 2;

    /// <summary>The pair; null when no two requests touch one thing in an order that differs.</summary>
    /// <param name="failing">The run that fails.</param>
    /// <param name="passing">A run that passes, nearest to it.</param>
    public static AccessPair? Find(TouchingRun failing, TouchingRun passing)
    {
        ArgumentNullException.ThrowIfNull(failing);
        ArgumentNullException.ThrowIfNull(passing);
        var positions = passing.Named().ToDictionary(static access => access.Name, static access => access.Position);
        return Conflicts(failing)
            .Select(pair => (Pair: pair, Change: ChangeOf(pair, positions)))
            .Where(static found => found.Change != Same)
            .OrderBy(static found => found.Change)
            .ThenBy(static found => found.Pair.First.Access.What.Kind == TouchedKind.Lock)
            .ThenBy(static found => found.Pair.First.Access.IsWrite)
            .ThenBy(static found => found.Pair.Second.Position)
            .ThenByDescending(static found => found.Pair.First.Position)
            .FirstOrDefault().Pair;
    }

    /// <summary>The pairs of a run.</summary>
    public static IEnumerable<AccessPair> Conflicts(TouchingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        foreach (var group in run.Named().GroupBy(static access => (access.Access.What.Kind, access.Access.What.Number)))
        {
            var same = group.ToList();
            if (!same.Exists(static access => access.Access.IsWrite)) continue;
            for (var second = 1; second < same.Count; second++)
            {
                for (var first = 0; first < second; first++)
                {
                    if (IsConflict(same[first], same[second])) yield return new AccessPair(same[first], same[second]);
                }
            }
        }
    }

    private static bool IsConflict(NamedAccess first, NamedAccess second) =>
        first.Name.Request != second.Name.Request && (first.Access.IsWrite || second.Access.IsWrite) && first.Access.What.Meets(second.Access.What);

    private static int ChangeOf(AccessPair pair, Dictionary<AccessName, int> positions)
    {
        if (!positions.TryGetValue(pair.First.Name, out var first) || !positions.TryGetValue(pair.Second.Name, out var second)) return Gone;
        return second < first ? Reversed : Same;
    }
}
