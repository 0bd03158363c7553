using System.Globalization;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>Completeness in words: the one place where they are made.</summary>
public static class CompletenessText
{
    private const string NoEnd = "the end is missing, because the recorder did not close the file or the target died";

    /// <summary>One line that says whether something is missing, and how much. Anything but a complete recording begins in capitals.</summary>
    /// <param name="completeness">How much of what happened a recording holds.</param>
    public static string Describe(Completeness completeness)
    {
        ArgumentNullException.ThrowIfNull(completeness);
        var kept = Count(completeness.EventsKept);
        return completeness switch
        {
            { IsComplete: true } => $"complete: {kept} events kept, none lost",
            { IsCutShort: true, EventsLost: > 0 } =>
                $"CUT SHORT AND LOSSY: {NoEnd} and {Lost(completeness)}; {kept} events kept",
            { IsCutShort: true } => $"CUT SHORT: {NoEnd}; {kept} events kept",
            _ => $"LOSSY: {Lost(completeness)}; {kept} events kept; requests, steps and waits may be missing",
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
