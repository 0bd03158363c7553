using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cutting;

/// <summary>Writes the readable description of a slice.</summary>
public static class IncidentDescriber
{
    /// <summary>Describes a slice.</summary>
    /// <param name="source">The recording it was cut from.</param>
    /// <param name="slice">What was cut from it.</param>
    /// <param name="selection">The requests it keeps.</param>
    /// <param name="title">A title; null makes one from the requests.</param>
    public static Incident Describe(Recording source, Recording slice, SliceSelection selection, string? title)
    {
        var failed = FailedRequest(selection);
        return new Incident
        {
            Title = title ?? TitleOf(selection, failed),
            Source = source.Header.Process.Name,
            RecordedUtc = source.Header.StartUtc + TimeSpan.FromTicks(selection.WindowStartNs / TimeSpan.NanosecondsPerTick),
            WindowStartNs = selection.WindowStartNs,
            WindowEndNs = selection.WindowEndNs,
            Symptom = SymptomOf(failed),
            Requests = [.. selection.Requests.Select(RequestText.Full)],
            Completeness = source.Footer.Completeness,
            Redacted = RedactedNames.In(slice),
        };
    }

    // What the slice was made around speaks first: its neighbours may have failed for reasons of their own.
    internal static RecordedRequest? FailedRequest(SliceSelection selection) =>
        selection.Focus is { } focus && RequestTimes.IsFailed(focus) ? focus : selection.Requests.FirstOrDefault(RequestTimes.IsFailed);

    private static Symptom SymptomOf(RecordedRequest? failed) => failed switch
    {
        null => new Symptom(SymptomKind.Assertion, ""),
        // The last exception thrown before the answer is the one that reached the host: each frame it passes may throw it again.
        { Exceptions: [.., var last] } => new Symptom(SymptomKind.Exception, last.Type),
        _ => new Symptom(SymptomKind.Status, $"{failed.Status}"),
    };

    private static string TitleOf(SliceSelection selection, RecordedRequest? failed)
    {
        if (failed is { Exceptions: [.., var last] }) return $"{RequestText.Line(failed)} failed with {last.Type}";
        if (failed is not null) return $"{RequestText.Line(failed)} answered {failed.Status}";
        var first = selection.Focus ?? selection.Requests[0];
        return selection.Requests.Length == 1
            ? RequestText.Line(first)
            : $"{RequestText.Line(first)} and {selection.Requests.Length - 1} more";
    }
}
