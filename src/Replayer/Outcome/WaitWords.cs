using System.Collections.Immutable;
using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Outcome;

/// <summary>Says in words who waits for whom.</summary>
public static class WaitWords
{
    /// <summary>One line for each wait: first the cycles, each from its lowest operation on and in the order of the waits, then the others.</summary>
    /// <remarks>
    /// In a cycle a line reads <c>r2 holds lock (A.cs:10) and waits at A.cs:11 for lock held by r3 (B.cs:20)</c>. What the last one of a cycle waits
    /// for is what the first one holds.
    /// </remarks>
    public static ImmutableArray<string> Lines(IEnumerable<WaitingOperation> waits)
    {
        ArgumentNullException.ThrowIfNull(waits);
        var all = waits.OrderBy(static wait => wait.Operation).ToList();
        var cycles = Cycles(all);
        var inCycle = cycles.SelectMany(static cycle => cycle).ToHashSet(ReferenceEqualityComparer.Instance);
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var cycle in cycles)
        {
            for (var i = 0; i < cycle.Count; i++) lines.Add(InCycle(cycle[i], cycle[(i + cycle.Count - 1) % cycle.Count]));
        }

        lines.AddRange(all.Where(wait => !inCycle.Contains(wait)).Select(wait => $"r{wait.Operation} waits {Waiting(wait)}"));
        return lines.ToImmutable();
    }

    /// <summary>The cycles: in each, every operation waits for what the next one holds, and the last one for what the first one holds.</summary>
    public static IReadOnlyList<IReadOnlyList<WaitingOperation>> Cycles(IEnumerable<WaitingOperation> waits)
    {
        ArgumentNullException.ThrowIfNull(waits);
        // One wait with a known holder is enough for an operation to stand: the first one that is blocked in a call comes before one at an await.
        var next = waits
            .Where(static wait => wait.Holder is not null && wait.Holder != wait.Operation)
            .GroupBy(static wait => wait.Operation)
            .ToDictionary(static group => group.Key, static group => group.FirstOrDefault(static wait => wait.Call is not null) ?? group.First());
        var seen = new HashSet<int>();
        var cycles = new List<IReadOnlyList<WaitingOperation>>();
        foreach (var start in next.Keys.Order())
        {
            var path = new List<WaitingOperation>();
            var current = start;
            while (next.TryGetValue(current, out var wait) && seen.Add(current))
            {
                path.Add(wait);
                current = wait.Holder!.Value;
            }

            var first = path.FindIndex(wait => wait.Operation == current);
            if (first >= 0) cycles.Add(FromLowest(path.GetRange(first, path.Count - first)));
        }

        return cycles;
    }

    private static List<WaitingOperation> FromLowest(List<WaitingOperation> cycle)
    {
        var lowest = cycle.FindIndex(wait => wait.Operation == cycle.Min(static other => other.Operation));
        return [.. cycle.Skip(lowest), .. cycle.Take(lowest)];
    }

    // Who waits for an operation says what that operation holds.
    private static string InCycle(WaitingOperation wait, WaitingOperation waiter) => $"r{wait.Operation} {Holding(waiter)} and waits {Waiting(wait)}";

    private static string Holding(WaitingOperation waiter) =>
        waiter.Call is null || waiter.What == "task" ? $"is to complete {Named(waiter)}" : $"holds {Named(waiter)}{In(waiter.HeldAt)}";

    private static string Waiting(WaitingOperation wait)
    {
        var place = PlaceOf(wait);
        var at = place.Length > 0 ? $"at {place} " : "";
        if (wait.Holder is not { } holder) return $"{at}for {Named(wait)}";
        return wait.What.Length > 0 && wait.What != "task" ? $"{at}for {Named(wait)} held by r{holder}{In(wait.HeldAt)}" : $"{at}for {Named(wait)} of r{holder}";
    }

    private static string Named(WaitingOperation wait) =>
        wait.What.Length > 0 ? wait.What : wait.Awaited.Length > 0 ? wait.Awaited : wait.Site is null ? "code that is not woven" : "an await";

    private static string PlaceOf(WaitingOperation wait) => wait.Call is { } call ? Place(call.File, call.Line, call.What) : wait.Site is { } site ? Place(site.File, site.Line, $"{site.DeclaringType}.{site.Method}") : "";

    private static string In(CodeSite? site) => site is null || Place(site.File, site.Line, site.What).Length == 0 ? "" : $" ({Place(site.File, site.Line, site.What)})";

    private static string Place(string file, int line, string otherwise) => file.Length > 0 ? $"{FileName(file)}:{line}" : otherwise;

    // Symbols name files by the paths of the machine that compiled them.
    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
