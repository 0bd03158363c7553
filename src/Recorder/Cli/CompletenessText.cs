using System.Globalization;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>Completeness in words: the one place where they are made.</summary>
public static class CompletenessText
{
    private const int LossLineMax = 5;
    private const string NoEnd = "the end is missing, because the recorder did not close the file or the target died";

    /// <summary>One line that says whether something is missing, and how much. Anything but a complete recording begins in capitals.</summary>
    /// <param name="completeness">How much of what happened a recording holds.</param>
    public static string Describe(Completeness completeness)
    {
        ArgumentNullException.ThrowIfNull(completeness);
        var kept = Count(completeness.EventsKept, "event");
        return completeness switch
        {
            { IsComplete: true } => $"complete: {kept} kept, none lost",
            { IsCutShort: true, EventsLost: > 0 } =>
                $"CUT SHORT AND LOSSY: {NoEnd} and {Lost(completeness)}; {kept} kept",
            { IsCutShort: true } => $"CUT SHORT: {NoEnd}; {kept} kept",
            _ => $"LOSSY: {Lost(completeness)}; {kept} kept; requests, steps and waits may be missing",
        };
    }

    /// <summary>A line about events that no rule names; null when there were none.</summary>
    /// <param name="completeness">How much of what happened a recording holds.</param>
    public static string? DescribeUnknown(Completeness completeness)
    {
        ArgumentNullException.ThrowIfNull(completeness);
        if (completeness.Unknown.IsEmpty) return null;
        var most = completeness.Unknown.MaxBy(static unknown => unknown.Count)!;
        return $"{Count(completeness.Unknown.Sum(static unknown => unknown.Count), "event")} of {Count(completeness.Unknown.Length, "kind")} "
            + $"that the recorder has no rule for, most often {most.Name}";
    }

    /// <summary>The gaps, largest first, one line each; what does not fit is summed up.</summary>
    /// <param name="completeness">How much of what happened a recording holds.</param>
    /// <param name="affected">Requests that were running in some gap.</param>
    public static IEnumerable<string> DescribeLosses(Completeness completeness, int affected)
    {
        ArgumentNullException.ThrowIfNull(completeness);
        if (completeness.Losses.IsEmpty) yield break;
        yield return $"{Count(completeness.Losses.Length, "gap")}; {Count(affected, "request")} ran in one and may lack something, marked ! below";
        foreach (var lost in completeness.Losses.OrderByDescending(static lost => lost.Count).Take(LossLineMax))
        {
            var from = lost.FromNs == 0 ? "its begin" : DurationText.FormatOffset(lost.FromNs);
            yield return $"  thread {lost.ThreadId}, {from} to {DurationText.FormatOffset(lost.ToNs)}: {Count(lost.Count, "event")}";
        }

        if (completeness.Losses.Length > LossLineMax) yield return $"  and {Count(completeness.Losses.Length - LossLineMax, "smaller one")}";
    }

    /// <summary>A count with its thousands separated.</summary>
    /// <param name="count">The count.</param>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count and what is counted, such as <c>1 step</c> or <c>1,204 steps</c>.</summary>
    /// <param name="count">The count.</param>
    /// <param name="singular">The word for one; others get an s.</param>
    public static string Count(long count, string singular) => $"{Count(count)} {singular}{(count == 1 ? "" : "s")}";

    private static string Lost(Completeness completeness)
    {
        var happened = completeness.EventsKept + completeness.EventsLost;
        var share = 100.0 * completeness.EventsLost / happened;
        return string.Create(CultureInfo.InvariantCulture, $"{Count(completeness.EventsLost)} of {Count(happened)} events were lost ({share:0.0} %)");
    }
}
