using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>Symptoms in words.</summary>
public static class SymptomText
{
    /// <summary>The syntax, for help and messages.</summary>
    public const string Syntax = "assertion, exception=TYPE, status=CODE, latency=2s or deadlock";

    private const int NsPerTick = 100;

    /// <summary>Reads what a person names as the symptom.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="symptom">What it says.</param>
    /// <returns>Whether it says something.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Symptom? symptom)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mark = text.IndexOf('=', StringComparison.Ordinal);
        var (kind, detail) = mark < 0 ? (text, "") : (text[..mark], text[(mark + 1)..]);
        symptom = kind switch
        {
            "assertion" when mark < 0 => new Symptom(SymptomKind.Assertion, ""),
            "deadlock" when mark < 0 => new Symptom(SymptomKind.Deadlock, ""),
            "exception" when detail.Length > 0 => new Symptom(SymptomKind.Exception, detail),
            "status" when int.TryParse(detail, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599 => new Symptom(SymptomKind.Status, $"{status}"),
            "latency" when DurationText.TryParse(detail, out var limitNs) && limitNs > 0 => Symptom.Over(TimeSpan.FromTicks(limitNs / NsPerTick)),
            _ => null,
        };
        return symptom is not null;
    }

    /// <summary>One clause, such as <c>a request was answered 500</c>.</summary>
    /// <param name="symptom">The symptom.</param>
    public static string Describe(Symptom symptom)
    {
        ArgumentNullException.ThrowIfNull(symptom);
        return symptom.Kind switch
        {
            SymptomKind.Exception => $"{symptom.Detail} was thrown{(symptom.Method.Length > 0 ? " in " + symptom.Method : "")}",
            SymptomKind.Status => $"a request was answered {symptom.Detail}",
            SymptomKind.Latency => $"a request took longer than {symptom.Detail}",
            SymptomKind.Deadlock => "requests waited for each other, and none went on",
            _ => "none that the recording shows: the test's own assertion tells",
        };
    }
}
