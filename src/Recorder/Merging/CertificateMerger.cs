using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Merging;

/// <summary>Joins the parts of one search. Pure.</summary>
public static class CertificateMerger
{
    /// <summary>Joins parts.</summary>
    /// <param name="parts">All of them, in any order, with what to call each.</param>
    /// <returns>The whole; or why these are not the parts of one.</returns>
    public static MergeResult Merge(IReadOnlyList<NamedPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var problems = ProblemsOf(parts);
        return problems.IsEmpty ? new MergeResult(Join(parts), []) : new MergeResult(null, problems);
    }

    private static ImmutableArray<string> ProblemsOf(IReadOnlyList<NamedPart> parts)
    {
        var whole = parts.Where(static part => part.Content.Part is null).Select(static part => $"{part.Name} is no part of anything: it is a result of its own.").ToImmutableArray();
        if (!whole.IsEmpty) return whole;
        var first = parts[0];
        var strangers = parts.Skip(1).Select(part => (part.Name, Difference: DifferenceOf(first.Content, part.Content)))
            .Where(static part => part.Difference.Length > 0)
            .Select(part => $"{part.Name} does not belong with {first.Name}: it has {part.Difference}.").ToImmutableArray();
        return strangers.IsEmpty ? [.. Gaps(parts), .. Overlaps(parts)] : strangers;
    }

    private static string DifferenceOf(Certificate one, Certificate other)
    {
        if (one.Kind != other.Kind) return "another purpose";
        if (one.Incident != other.Incident || one.Test != other.Test) return $"another test or incident ({other.Test}, {other.Incident})";
        if (one.Part!.Count != other.Part!.Count) return $"another number of parts ({other.Part.Count} instead of {one.Part.Count})";
        if (one.Orders != other.Orders || one.Swaps != other.Swaps) return "other schedules to run";
        if (one.Tool != other.Tool) return $"another version of ReplayKit ({other.Tool} instead of {one.Tool})";
        if (one.Kind == CertificateKind.Search && one.Seed != other.Seed) return $"another seed ({other.Seed} instead of {one.Seed})";
        var changed = one.Build.Except(other.Build).Concat(other.Build.Except(one.Build)).Select(static assembly => assembly.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        if (changed.Count > 0) return $"another build of {string.Join(", ", changed)}";
        return one.Middle != other.Middle ? "another schedule in the middle" : "";
    }

    private static IEnumerable<string> Gaps(IReadOnlyList<NamedPart> parts)
    {
        var count = parts[0].Content.Part!.Count;
        var byIndex = parts.ToLookup(static part => part.Content.Part!.Index);
        for (var i = 1; i <= count; i++)
        {
            var same = byIndex[i].ToList();
            if (same.Count == 0) yield return $"Part {i} of {count} is missing.";
            if (same.Count > 1) yield return $"Part {i} of {count} is there {same.Count} times: {string.Join(", ", same.Select(static part => part.Name))}.";
        }
    }

    private static IEnumerable<string> Overlaps(IReadOnlyList<NamedPart> parts)
    {
        var seen = new Dictionary<string, NamedPart>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.Content.Passed != part.Content.Schedules.Length) yield return $"{part.Name} says that {part.Content.Passed} schedules passed, and names {part.Content.Schedules.Length}.";
            var shared = part.Content.Schedules.Where(schedule => !seen.TryAdd(schedule, part)).ToList();
            if (shared.Count > 0) yield return $"{part.Name} and {seen[shared[0]].Name} have {shared.Count} schedules in common, such as {shared[0]}.";
        }
    }

    private static Certificate Join(IReadOnlyList<NamedPart> parts)
    {
        var ordered = parts.Select(static part => part.Content).OrderBy(static part => part.Part!.Index).ToList();
        var passed = new long[ordered.Max(static part => part.PassedBySwaps.Length)];
        foreach (var part in ordered)
        {
            for (var i = 0; i < part.PassedBySwaps.Length; i++) passed[i] += part.PassedBySwaps[i];
        }

        var failure = ordered.Find(static part => part.Failure is not null)?.Failure;
        return ordered[0] with
        {
            Passed = ordered.Sum(static part => part.Passed),
            PassedBySwaps = [.. passed],
            IsComplete = failure is null && ordered.TrueForAll(static part => part.IsComplete),
            NotCovered = [.. ordered.SelectMany(static part => part.NotCovered).GroupBy(static open => open.Reason, StringComparer.Ordinal)
                .OrderBy(static group => group.Key, StringComparer.Ordinal)
                .Select(static group => new Uncovered(group.Key, group.Sum(static open => open.Count), group.First().Example))],
            Seconds = Math.Round(ordered.Sum(static part => part.Seconds), 1),
            Digest = CertificateFile.DigestOf(ordered.SelectMany(static part => part.Schedules)),
            Failure = failure,
            Part = null,
            Schedules = [],
        };
    }
}
